import { nextVisit, previousVisit, type Visit } from '@kannwas/schema/survey/journey';
import { type Page, surveyChapters } from '@kannwas/schema/survey/page';
import { pages } from '@kannwas/schema/survey/pages';
import { type Slot, slotOf } from '@kannwas/schema/survey/questions';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { addressOf, go, placeOfVisit } from '../address.ts';
import { Also, Both } from '../beside/Also.tsx';
import { fillOf } from '../beside/fill.ts';
import { answersIn, askedIn, checkPage, type Fields, fieldsFor } from '../form/fields.ts';
import { useErrorText } from '../form/use-error-text.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { QuestionField } from '../inputs/QuestionField.tsx';
import { usePageWording } from '../lists/page-wording.ts';
import { ErrorSummary } from '../papers/ErrorSummary.tsx';
import { phone, usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { useRest } from '../rest/use-rest.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import { useWording } from '../texts.ts';
import { Instead } from '../voice/Instead.tsx';
import styles from './pages.module.css';

/** One page of questions. Each answer is safe on this phone before the next page appears. */
export function QuestionPage({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { ready, folded } = usePhone();
  const { page, entry } = visit;
  const form = useForm<Fields>({
    defaultValues: fieldsFor(visit, folded.answers),
    resolver: checkPage(visit, () => phone().folded.answers),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const [forgetful, setForgetful] = useState(false);
  const wording = useWording();
  const together = usePageWording(visit);
  const said = useSaid();
  const errorText = useErrorText();
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const asked = askedIn(visit, form.watch(), folded.answers);
  const wrong = asked.filter((question) => errors[question]);

  useEffect(() => {
    // A prerendered page is shown before the phone has been read: then what was kept is put in.
    const { answers } = phone().folded;
    const kept = page.ask.some((question) => answers[slotOf(question, entry)] !== undefined);
    if (ready && !form.formState.isDirty && kept) form.reset(fieldsFor({ page, entry }, answers));
  }, [ready, form, page, entry]);
  useEffect(() => {
    if (submitCount > 0 && wrong.length > 0) summary.current?.focus();
  }, [submitCount, wrong.length]);

  const keep = async (fields: Fields) => {
    try {
      await answer(answersIn(visit, askedIn(visit, fields, phone().folded.answers), fields), language);
    } catch {
      setForgetful(true);
      return;
    }
    go(addressOf(language, placeOfVisit(nextVisit(phone().folded.answers, visit))));
  };
  const before = previousVisit(folded.answers, visit);
  const back = addressOf(language, before ? placeOfVisit(before) : { at: 'welcome' });
  const [first] = page.ask;
  const title = together?.heading ?? (first ? wording(first).label : '');
  const conflict = page.ask
    .map((question) => slotOf(question, entry))
    .find((slot) => folded.conflicts.includes(slot));
  const heading = together ? 'h2' : 'h1';
  return (
    <Frame place={placeOfVisit(visit)} title={title} back={back} chapter={page.chapter}>
      <FormProvider {...form}>
        {/* "dialog" does nothing outside of a dialog: before the script is here, no answer gets into an address. */}
        <form method="dialog" noValidate className={styles.form} onSubmit={form.handleSubmit(keep)}>
          {wrong.length > 0 && (
            <ErrorSummary
              summary={summary}
              errors={wrong.map((question) => ({
                to: `${question}-1`,
                text: errorText(question, errors[question]?.type),
              }))}
            />
          )}
          {forgetful && (
            <p className={styles.notice} role="alert">
              {t(($) => $.state.forgetful)}
            </p>
          )}
          <Thanks page={page} />
          {together && (
            <div>
              <h1 tabIndex={-1} className={styles.heading}>
                {together.heading}
                <Also of={`survey.pages.${page.id}.heading`} fill={fillOf(visit)} />
              </h1>
              <Speak texts={said.page(visit, together)} />
              {together.intro && (
                <p className={styles.hint}>
                  {together.intro}
                  <Also of={`survey.pages.${page.id}.intro`} />
                </p>
              )}
            </div>
          )}
          {conflict && <Disagreement slot={conflict} />}
          {asked.map((question) => (
            <QuestionField
              key={question}
              question={question}
              entry={entry}
              chapter={page.chapter}
              heading={heading}
              error={errors[question] && errorText(question, errors[question].type)}
            />
          ))}
          {page.instead && <Instead ways={page.instead} />}
          <div className={styles.actions}>
            <button type="submit" className={styles.go}>
              <Both of="common.continue">{t(($) => $.common.continue)}</Both>
            </button>
          </div>
        </form>
      </FormProvider>
    </Frame>
  );
}

/** Comes later: hardly anybody ever sees one, and the list of answers shows it as well. */
function Disagreement({ slot }: { slot: Slot }) {
  const rest = useRest();
  return rest.state === 'loaded' ? <rest.value.Conflict slot={slot} /> : null;
}

/** Between chapters one line of thanks. */
function Thanks({ page }: { page: Page }) {
  const { t } = useTranslation('survey');
  const isFirst = pages.find(({ chapter }) => chapter === page.chapter)?.id === page.id;
  const chapter = surveyChapters.find((name) => name === page.chapter);
  if (!isFirst || !chapter || chapter === 'start') return null;
  return (
    <p className={styles.thanks}>
      <Both of={`survey.thanks.${chapter}`}>{t(($) => $.thanks[chapter])}</Both>
    </p>
  );
}
