import type { Manner } from '@kannwas/schema/survey/events';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftForm } from '../../app/desk/form-draft.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import type { Completed } from '../said/queries.ts';
import type { Row } from '../said/rows.ts';
import type { Words } from '../said/words.ts';
import { AnswerInput } from './AnswerInput.tsx';
import styles from './answer.module.css';
import { beginningOf, type Typed, toAnswer } from './typed.ts';

/** The manners that a case worker can vouch for, the most frequent first. */
const manners = ['case-worker', 'with-interpreter', 'document-seen'] as const satisfies readonly Manner[];

type Props = {
  row: Row;
  words: Words;
  /** The name under which unsaved text is kept. */
  draft: string;
  saving: boolean;
  error: Error | null;
  onSave: (completed: Completed, andNext: boolean) => void;
  onCancel: () => void;
};

/** Adds an answer beside what stands there; it begins with what stands there. */
export function AnswerForm({
  row: { question, heads },
  words,
  draft,
  saving,
  error,
  onSave,
  onCancel,
}: Props) {
  const { t } = useTranslation('interviews');
  const { t: desk } = useTranslation('desk');
  const form = useDraftForm<Typed>(draft, beginningOf(question, heads[0]));
  const { register, handleSubmit, subscribe, setValue, found, drop } = form;
  // Whoever gives an answer after all no longer declines.
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name, values }) => {
          if (values.declined && name !== undefined && name !== 'declined' && name !== 'manner')
            setValue('declined', false);
        },
      }),
    [subscribe, setValue],
  );
  const [wrong, setWrong] = useState<string>();
  const box = useRef<HTMLFormElement>(null);
  const focusFirst = () => {
    const first = 'input:checked, input:not([type=radio]), input, textarea';
    const field = box.current?.querySelector<HTMLElement>(first);
    field?.focus();
  };
  useEffect(focusFirst, []);

  const submit = (andNext: boolean) =>
    handleSubmit((typed) => {
      const { value, wrong: problem } = toAnswer(question, typed);
      setWrong(problem);
      if (problem !== undefined) focusFirst();
      else onSave({ value, manner: typed.manner }, andNext);
    });
  const cancel = () => {
    drop();
    onCancel();
  };

  return (
    <form
      ref={box}
      className={styles.form}
      noValidate
      aria-label={t(($) => $.answer.addTo, { question: words.label(question) })}
      onSubmit={(event) => void submit(false)(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(true)();
      }}
    >
      {found && <p className={styles.draft}>{t(($) => $.form.draft)}</p>}
      {error && <Problem error={error} />}
      <AnswerInput question={question} words={words} form={form} wrong={wrong} />
      <label className={styles.choice}>
        <input type="checkbox" {...register('declined')} /> {t(($) => $.form.declined)}
      </label>
      <fieldset className={styles.manner}>
        <legend>{t(($) => $.form.manner)}</legend>
        {manners.map((manner) => (
          <label key={manner} className={styles.choice}>
            <input type="radio" value={manner} {...register('manner')} />{' '}
            {t(($) => $.form.mannerChoice[manner])}
          </label>
        ))}
      </fieldset>
      <p className={styles.hint}>{t(($) => $.form.beside)}</p>
      <div className={styles.actions}>
        <button className="primary" type="submit" aria-disabled={saving}>
          {saving ? desk(($) => $.action.saving) : t(($) => $.form.save)}
        </button>
        <button
          type="button"
          aria-disabled={saving}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void submit(true)()}
        >
          {t(($) => $.form.saveNext)} <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {desk(($) => $.action.cancel)}
        </button>
      </div>
    </form>
  );
}
