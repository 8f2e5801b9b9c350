import { civilianGroups } from '@kannwas/catalogue/occupations';
import { demandKinds, gapsEndpoints, type NewDemand } from '@kannwas/schema/gaps';
import type { FieldProblem } from '@kannwas/schema/problems';
import { germanLevels } from '@kannwas/schema/snapshots';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { call } from '../../app/call.ts';
import { useDraftForm } from '../../app/desk/form-draft.ts';
import { useNames } from '../../app/desk/names.ts';
import type { DemandSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { Field } from '../../ui/desk/form/Field.tsx';
import { refusedFields, useFieldSentence } from '../../ui/desk/form/field-errors.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import styles from '../gaps.module.css';
import { demandQuery } from '../queries.ts';
import { fieldOf, type NeedField, needFields, type TypedNeed, toDemand } from './need.ts';
import { useNeedWords } from './need-words.ts';

/** Enters one need; coming from the pool, the question is already filled in. */
export function DemandForm({ need }: { need: DemandSearch }) {
  const { t } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const client = useQueryClient();
  const { id: siteId, districts } = useSite();
  const names = useNames();
  const { rowName } = useNeedWords();
  const sentence = useFieldSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  const empty = emptyNeed(need);
  const form = useDraftForm<TypedNeed>(`demand/${siteId}/${JSON.stringify(need)}`, empty);
  const { register, handleSubmit, formState, setError, setFocus, reset } = form;
  // The id is made with the form, so that pressing twice keeps one row.
  const [id, setId] = useState(() => v7());

  const mark = (wrong: readonly FieldProblem[]) => {
    const fields = wrong.flatMap(({ path, code }) => ({ name: fieldOf(path), code }));
    for (const { name, code } of fields) if (name) setError(name, { type: code });
    const first = needFields.find((name) => fields.some((field) => field.name === name));
    if (first) setFocus(first);
  };
  const add = useMutation({
    mutationFn: (body: NewDemand) => call(gapsEndpoints.addDemand, { params: { siteId }, body }),
    onSuccess: () => {
      form.drop();
      setId(v7());
      reset(emptyNeed({}));
      heading.current?.focus();
      return Promise.all([
        client.invalidateQueries(demandQuery(siteId)),
        client.invalidateQueries({ queryKey: ['gaps', siteId] }),
      ]);
    },
    onError: (error) => mark(refusedFields(error)),
  });
  const submit = (typed: TypedNeed) => {
    if (add.isPending) return;
    const { demand, wrong } = toDemand(id, typed);
    if (wrong) mark(wrong);
    else add.mutate(demand);
  };
  useEffect(() => {
    if (need.occupation || need.district || need.german) setFocus('number');
  }, [need, setFocus]);

  const errorAt = (name: NeedField) => sentence(formState.errors[name]?.type?.toString());
  const select = (name: NeedField, options: readonly (readonly [string, string])[]) => (
    <Field label={t(($) => $.demand[name])} error={errorAt(name)}>
      {(wiring) => (
        <select {...wiring} {...register(name)}>
          <option value="">{t(($) => $.demand.choose)}</option>
          {options.map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );

  return (
    <section className={styles.part} id="need">
      <h2 ref={heading} tabIndex={-1}>
        {t(($) => $.demand.add)}
      </h2>
      {(need.occupation || need.district || need.german) && <p>{t(($) => $.demand.fromPool)}</p>}
      <p role="status">{add.isSuccess && t(($) => $.demand.kept, { row: rowName(add.data) })}</p>
      {add.error && <Problem error={add.error} />}
      <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
        {select(
          'occupation',
          civilianGroups.map((code) => [code, names.group(code)]),
        )}
        {select(
          'district',
          districts.map(({ code, name }) => [code, name]),
        )}
        <Field label={t(($) => $.demand.number)} error={errorAt('number')}>
          {(wiring) => <input {...wiring} {...register('number')} inputMode="numeric" autoComplete="off" />}
        </Field>
        {select(
          'german',
          germanLevels.map((level) => [level, desk(($) => $.german[level])]),
        )}
        {select(
          'kind',
          demandKinds.map((kind) => [kind, t(($) => $.demand.kinds[kind])]),
        )}
        <Field label={t(($) => $.demand.from)} error={errorAt('from')}>
          {(wiring) => <input {...wiring} {...register('from')} type="date" />}
        </Field>
        <Field label={t(($) => $.demand.until)} hint={desk(($) => $.field.optional)} error={errorAt('until')}>
          {(wiring) => <input {...wiring} {...register('until')} type="date" />}
        </Field>
        <Field
          label={t(($) => $.demand.source)}
          hint={t(($) => $.demand.sourceHint)}
          error={errorAt('source')}
        >
          {(wiring) => <input {...wiring} {...register('source')} maxLength={120} />}
        </Field>
        <button className="primary" type="submit" aria-disabled={add.isPending}>
          {add.isPending ? desk(($) => $.action.saving) : t(($) => $.demand.save)}
        </button>
      </form>
    </section>
  );
}

const emptyNeed = ({ occupation, district, german }: DemandSearch): TypedNeed => ({
  occupation: occupation ?? '',
  district: district ?? '',
  german: german ?? '',
  number: '',
  from: new Date().toISOString().slice(0, 10),
  until: '',
  kind: 'vacancy',
  source: '',
});
