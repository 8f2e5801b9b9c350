import { type Language, languages } from '@kannwas/schema/codes';
import {
  courseLevels,
  type OfferContent,
  offerKinds,
  offersEndpoints,
  type StaffOffer,
} from '@kannwas/schema/offers';
import type { FieldProblem } from '@kannwas/schema/problems';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { useDraftForm } from '../app/desk/form-draft.ts';
import { useNames } from '../app/desk/names.ts';
import { useSite } from '../app/session.ts';
import { Field } from '../ui/desk/form/Field.tsx';
import { refusedFields, useFieldSentence } from '../ui/desk/form/field-errors.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { writtenIn } from '../ui/writing.ts';
import { nameOf } from './OfferList.tsx';
import styles from './offers.module.css';
import { offersQuery } from './queries.ts';
import { type TypedOffer, toOffer, toTyped } from './typed.ts';

type Props = { id: string; offer: StaffOffer | undefined; changing: boolean; onDone: () => void };
type Name = FieldPath<TypedOffer>;

/** Enters an offer or changes it: German always, other languages of the site as far as somebody writes them. */
export function OfferForm({ id, offer, changing, onDone }: Props) {
  const { t } = useTranslation('offers');
  const { t: desk } = useTranslation('desk');
  const client = useQueryClient();
  const { id: siteId, languages: spoken } = useSite();
  const heading = useRef<HTMLHeadingElement>(null);
  const rooms = roomsFor(spoken, offer);
  const today = new Date().toISOString().slice(0, 10);
  const form = useDraftForm<TypedOffer>(
    `offer/${siteId}/${changing ? id : 'new'}`,
    toTyped(offer, rooms, today),
  );
  const mark = (wrong: readonly FieldProblem[]) => {
    const fields = wrong.flatMap(({ path, code }) => {
      const name = nameOfField(path);
      return name ? [{ name, code }] : [];
    });
    for (const { name, code } of fields) form.setError(name, { type: code });
    const [first] = fields;
    if (first) form.setFocus(first.name);
  };
  const save = useMutation({
    mutationFn: (body: OfferContent) => call(offersEndpoints.save, { params: { siteId, offerId: id }, body }),
    onSuccess: () => {
      form.drop();
      heading.current?.focus();
      return client.invalidateQueries(offersQuery(siteId));
    },
    onError: (error) => mark(refusedFields(error)),
  });
  const submit = (typed: TypedOffer) => {
    if (save.isPending) return;
    const { offer: content, wrong } = toOffer(typed);
    if (wrong) mark(wrong);
    else save.mutate(content);
  };
  useEffect(() => {
    if (changing) heading.current?.focus();
  }, [changing]);
  return (
    <section className={styles.part}>
      <h2 ref={heading} tabIndex={-1}>
        {changing ? t(($) => $.changing) : t(($) => $.add)}
      </h2>
      <p role="status">{save.isSuccess && t(($) => $.saved, { offer: nameOf(save.data) })}</p>
      {(changing || save.isSuccess) && (
        <button type="button" onClick={onDone}>
          {t(($) => $.new)}
        </button>
      )}
      {save.error && <Problem error={save.error} />}
      <form className={styles.form} noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <Plain form={form} />
        {rooms.map((language) => (
          <TextsIn key={language} form={form} language={language} />
        ))}
        <button className="primary" type="submit" aria-disabled={save.isPending}>
          {save.isPending ? desk(($) => $.action.saving) : t(($) => $.save)}
        </button>
      </form>
    </section>
  );
}

/** German first; then the languages of the site, and those in which the offer is written already. */
function roomsFor(spoken: readonly Language[], offer: StaffOffer | undefined): Language[] {
  const written = Object.keys(offer?.texts ?? {}) as Language[];
  return [...new Set<Language>(['de', ...spoken, ...written])];
}

const plain: readonly Name[] = ['kind', 'levels', 'where', 'link', 'phone', 'from', 'until'];

/** Tells a field of the form from the path that a refusal names: `body.texts.ar.name`. */
function nameOfField(path: string): Name | undefined {
  const [, language, part] = /texts\.([a-z-]+)\.(name|whom|when)$/.exec(path) ?? [];
  const known = Object.keys(languages).find((code) => code === language) as Language | undefined;
  if (known && (part === 'name' || part === 'whom' || part === 'when')) return `texts.${known}.${part}`;
  return plain.find((name) => path === name || path.startsWith(`${name}.`) || path.endsWith(`.${name}`));
}

type Part = { form: UseFormReturn<TypedOffer> };

/** What is the same in every language. */
function Plain({ form: { register, formState, getFieldState, watch } }: Part) {
  const { t } = useTranslation('offers');
  const { t: desk } = useTranslation('desk');
  const sentence = useFieldSentence();
  const errorAt = (name: Name) => sentence(getFieldState(name, formState).error?.type?.toString());
  const optional = desk(($) => $.field.optional);
  return (
    <>
      <Field label={t(($) => $.kind)} error={errorAt('kind')}>
        {(wiring) => (
          <select {...wiring} {...register('kind')}>
            <option value="">{t(($) => $.choose)}</option>
            {offerKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(($) => $.kinds[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {watch('kind') === 'language-course' && (
        <fieldset className={styles.levels}>
          <legend>{t(($) => $.levels)}</legend>
          <p className={styles.lead}>{t(($) => $.levelsHint)}</p>
          {courseLevels.map((level) => (
            <label key={level}>
              <input type="checkbox" value={level} {...register('levels')} /> {level}
            </label>
          ))}
        </fieldset>
      )}
      <Field label={t(($) => $.where)} hint={optional} error={errorAt('where')}>
        {(wiring) => <input {...wiring} {...register('where')} maxLength={200} />}
      </Field>
      <Field label={t(($) => $.phone)} hint={optional} error={errorAt('phone')}>
        {(wiring) => <input {...wiring} {...register('phone')} type="tel" maxLength={40} />}
      </Field>
      <Field label={t(($) => $.link)} hint={`${t(($) => $.linkHint)}; ${optional}`} error={errorAt('link')}>
        {(wiring) => <input {...wiring} {...register('link')} inputMode="url" maxLength={300} />}
      </Field>
      <Field label={t(($) => $.from)} error={errorAt('from')}>
        {(wiring) => <input {...wiring} {...register('from')} type="date" />}
      </Field>
      <Field label={t(($) => $.until)} hint={optional} error={errorAt('until')}>
        {(wiring) => <input {...wiring} {...register('until')} type="date" />}
      </Field>
    </>
  );
}

/** Name, for whom, and when, in one language. */
function TextsIn({ form: { register, formState, getFieldState }, language }: Part & { language: Language }) {
  const { t } = useTranslation('offers');
  const { t: desk } = useTranslation('desk');
  const names = useNames();
  const sentence = useFieldSentence();
  const isGerman = language === 'de';
  const spoken =
    language === 'de-easy' ? languages[language].name : names.language(languages[language].spoken);
  const input = (part: 'name' | 'whom' | 'when', most: number) => {
    const name: Name = `texts.${language}.${part}`;
    const needed = part === 'name' && isGerman;
    return (
      <Field
        label={t(($) => $[part])}
        hint={needed ? undefined : desk(($) => $.field.optional)}
        error={sentence(getFieldState(name, formState).error?.type?.toString())}
      >
        {(wiring) => <input {...wiring} {...register(name)} {...writtenIn(language)} maxLength={most} />}
      </Field>
    );
  };
  return (
    <fieldset className={styles.texts}>
      <legend>{isGerman ? t(($) => $.german) : t(($) => $.translation, { language: spoken })}</legend>
      {!isGerman && <p className={styles.lead}>{t(($) => $.translationHint)}</p>}
      {input('name', 120)}
      {input('whom', 200)}
      {input('when', 200)}
    </fieldset>
  );
}
