import { nextPage, previousPage } from '@kannwas/schema/survey/journey';
import { chapters, type Page, type PageId, pages } from '@kannwas/schema/survey/pages';
import type { Question } from '@kannwas/schema/survey/questions';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { addressOf, go } from '../address.ts';
import { answersIn, checkPage, type Fields, fieldsFor } from '../form/fields.ts';
import { useErrorText } from '../form/use-error-text.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { QuestionField } from '../inputs/QuestionField.tsx';
import { Conflict } from '../papers/Conflict.tsx';
import { ErrorSummary } from '../papers/ErrorSummary.tsx';
import { phone, usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import { usePageWording, useWording } from '../texts.ts';
import styles from './pages.module.css';

/** One page of questions. Each answer is safe on this phone before the next page appears. */
export function QuestionPage({ pageId }: { pageId: PageId }) {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { ready, folded } = usePhone();
  const page: Page & { id: PageId } = pages.find(({ id }) => id === pageId) ?? pages[0];
  const form = useForm<Fields>({
    defaultValues: fieldsFor(page.ask, folded.answers),
    resolver: checkPage(page.ask),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const [forgetful, setForgetful] = useState(false);
  const wording = useWording();
  const together = usePageWording(page);
  const said = useSaid();
  const errorText = useErrorText();
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const wrong = page.ask.filter((question) => errors[question]);

  useEffect(() => {
    // A prerendered page is shown before the phone has been read: then what was kept is put in.
    const { answers } = phone().folded;
    if (ready && !form.formState.isDirty && page.ask.some((question) => answers[question] !== undefined)) {
      form.reset(fieldsFor(page.ask, answers));
    }
  }, [ready, form, page]);
  useEffect(() => {
    if (submitCount > 0 && wrong.length > 0) summary.current?.focus();
  }, [submitCount, wrong.length]);

  const keep = async (fields: Fields) => {
    try {
      await answer(answersIn(page.ask, fields), language);
    } catch {
      setForgetful(true);
      return;
    }
    const next = nextPage(phone().folded.answers, page.id);
    go(addressOf(language, next === 'check' ? { at: 'check' } : { at: 'question', page: next }));
  };
  const before = previousPage(folded.answers, page.id);
  const back = addressOf(language, before ? { at: 'question', page: before } : { at: 'welcome' });
  const title = together?.heading ?? wording(page.ask[0] as Question).label;
  const conflict = page.ask.find((question) => folded.conflicts.includes(question));
  const heading = together ? 'h2' : 'h1';
  return (
    <Frame place={{ at: 'question', page: page.id }} title={title} back={back} chapter={page.chapter}>
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
              </h1>
              <Speak texts={said.page(page.id, together)} />
              {together.intro && <p className={styles.hint}>{together.intro}</p>}
            </div>
          )}
          {conflict && <Conflict question={conflict} />}
          {page.ask.map((question) => (
            <QuestionField
              key={question}
              question={question}
              chapter={page.chapter}
              heading={heading}
              error={errors[question] && errorText(question, errors[question].type)}
            />
          ))}
          <div className={styles.actions}>
            <button type="submit" className={styles.go}>
              {t(($) => $.common.continue)}
            </button>
          </div>
        </form>
      </FormProvider>
    </Frame>
  );
}

/** Between chapters one line of thanks. */
function Thanks({ page }: { page: Page }) {
  const { t } = useTranslation('survey');
  const isFirst = pages.find(({ chapter }) => chapter === page.chapter)?.id === page.id;
  const chapter = chapters.find((name) => name === page.chapter);
  if (!isFirst || !chapter || chapter === 'start') return null;
  return <p className={styles.thanks}>{t(($) => $.thanks[chapter])}</p>;
}
