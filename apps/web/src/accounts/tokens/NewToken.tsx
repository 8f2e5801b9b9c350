import { accountsEndpoints } from '@kannwas/schema/accounts';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import { Field } from '../../ui/desk/form/Field.tsx';
import { refusedFields, useFieldSentence } from '../../ui/desk/form/field-errors.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Secret } from './Secret.tsx';
import styles from './tokens.module.css';

type Typed = { name: string; days: string };
const empty: Typed = { name: '', days: '90' };
const body = accountsEndpoints.createToken.schema.body;

/** Makes a token. Its secret stands here once, until somebody says that they have it. */
export function NewToken({ onMade }: { onMade: () => Promise<void> }) {
  const { t } = useTranslation('desk');
  const { id: siteId } = useSite();
  const sentence = useFieldSentence();
  const { register, handleSubmit, formState, setError, reset } = useForm<Typed>({ defaultValues: empty });
  const mark = (path: string, code: string) =>
    setError(path.endsWith('days') ? 'days' : 'name', { type: code }, { shouldFocus: true });
  const create = useMutation({
    mutationFn: (sent: { name: string; days: number }) =>
      call(accountsEndpoints.createToken, { params: { siteId }, body: { ...sent, scopes: ['pool.ask'] } }),
    onSuccess: async () => {
      reset(empty);
      await onMade();
    },
    onError: (error) => {
      for (const { path, code } of refusedFields(error)) mark(path, code);
    },
  });
  const submit = ({ name, days }: Typed) => {
    if (create.isPending) return;
    const sent = { name: name.trim(), days: Number(days) };
    const [wrong] = body.safeParse({ ...sent, scopes: ['pool.ask'] }).error?.issues ?? [];
    if (!wrong) create.mutate(sent);
    else mark(String(wrong.path[0]), name.trim() === '' ? 'required' : wrong.code);
  };
  if (create.data) return <Secret made={create.data} onDone={() => create.reset()} />;
  const errorAt = (field: keyof Typed) => sentence(formState.errors[field]?.type?.toString());
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.tokens.new)}</h2>
      {create.error && <Problem error={create.error} />}
      <form className={styles.token} noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Field label={t(($) => $.tokens.name)} hint={t(($) => $.tokens.nameHint)} error={errorAt('name')}>
          {(wiring) => <input {...wiring} {...register('name')} maxLength={80} autoComplete="off" />}
        </Field>
        <Field label={t(($) => $.tokens.days)} hint={t(($) => $.tokens.daysHint)} error={errorAt('days')}>
          {(wiring) => <input {...wiring} {...register('days')} inputMode="numeric" autoComplete="off" />}
        </Field>
        <button className="primary" type="submit" aria-disabled={create.isPending}>
          {create.isPending ? t(($) => $.action.saving) : t(($) => $.tokens.create)}
        </button>
      </form>
    </section>
  );
}
