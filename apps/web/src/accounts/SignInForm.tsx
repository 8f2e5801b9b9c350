import { accountsEndpoints, type Me } from '@kannwas/schema/accounts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { call, ProblemError } from '../app/call.ts';
import { meQuery } from '../app/session.ts';
import { Field } from '../ui/desk/form/Field.tsx';
import { ProblemSentence } from '../ui/desk/form/Problem.tsx';
import styles from './accounts.module.css';

type Typed = { email: string; password: string };
type Props = { email?: string; onSignedIn?: (me: Me) => void };

/** E-mail and password; a refusal is a sentence, and what was typed stays. */
export function SignInForm({ email = '', onSignedIn }: Props) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const [shown, setShown] = useState(false);
  const { register, handleSubmit, formState, setFocus } = useForm<Typed>({
    values: { email, password: '' },
    resetOptions: { keepDirtyValues: true },
  });
  const signIn = useMutation({
    mutationFn: (typed: Typed) => call(accountsEndpoints.signIn, { body: typed }),
    onSuccess: ({ me }) => {
      onSignedIn?.(me);
      client.setQueryData(meQuery.queryKey, me);
    },
    onError: () => setFocus('password', { shouldSelect: true }),
  });
  // Who is already known types only the password.
  useEffect(() => {
    if (email !== '') setFocus('password');
  }, [email, setFocus]);
  const missing = (name: keyof Typed) => formState.errors[name] && t(($) => $.field.required);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => void handleSubmit((typed) => signIn.mutate(typed))(event)}
    >
      {signIn.error && <Refusal key={signIn.submittedAt} error={signIn.error} />}
      <Field label={t(($) => $.signIn.email)} error={missing('email')}>
        {(wiring) => (
          <input
            {...wiring}
            {...register('email', { required: true, setValueAs: (typed: string) => typed.trim() })}
            type="email"
            autoComplete="username"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t(($) => $.signIn.password)} error={missing('password')}>
        {(wiring) => (
          <span className={styles.password}>
            <input
              {...wiring}
              {...register('password', { required: true })}
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              spellCheck={false}
            />
            <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? t(($) => $.signIn.hide) : t(($) => $.signIn.show)}
            </button>
          </span>
        )}
      </Field>
      <button className="primary" type="submit" aria-disabled={signIn.isPending}>
        {signIn.isPending ? t(($) => $.signIn.busy) : t(($) => $.signIn.submit)}
      </button>
    </form>
  );
}

/** Nothing here tells whether an account exists. */
function Refusal({ error }: { error: Error }) {
  const { t } = useTranslation('desk');
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const wrong = problem?.code === 'wrongSignIn' || problem?.code === 'invalid';
  return (
    <p className={styles.refusal} role="alert">
      {wrong && t(($) => $.signIn.wrong)}
      {problem?.code === 'tooManyRequests' &&
        t(($) => $.signIn.tooMany, { count: Math.max(1, Math.ceil(problem.retryAfter ?? 60)) })}
      {!wrong && problem?.code !== 'tooManyRequests' && <ProblemSentence error={error} />}
    </p>
  );
}
