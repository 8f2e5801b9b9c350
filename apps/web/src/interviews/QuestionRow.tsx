import type { Response } from '@kannwas/schema/survey/endpoints';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer, type Slot } from '@kannwas/schema/survey/questions';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAt, useSession } from '../app/session.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { writtenIn } from '../ui/writing.ts';
import { AnswerForm } from './answer/AnswerForm.tsx';
import { OccupationSkills } from './answer/OccupationSkills.tsx';
import { Conflict } from './Conflict.tsx';
import styles from './interview.module.css';
import { Provenance, SaidAnswer } from './SaidAnswer.tsx';
import type { Row } from './said/rows.ts';
import { useSaving } from './said/saving.ts';
import type { Words } from './said/words.ts';

type Props = {
  row: Row;
  response: Response;
  /** The language of the desk and the language of the newcomer. */
  desk: Words;
  theirs: Words;
  editing: Slot | undefined;
  onEdit: (slot: Slot | undefined) => void;
  onNext: () => void;
  draftOf: (slot: Slot) => string;
  closed: boolean;
};

/** One question in both languages: how the answer stands, and what the newcomer said themselves. */
export function QuestionRow({
  row,
  response,
  desk,
  theirs,
  editing,
  onEdit,
  onNext,
  draftOf,
  closed,
}: Props) {
  const { t } = useTranslation('interviews');
  const { t: desktop } = useTranslation('desk');
  const { me } = useSession();
  const { slot, question, heads, own, conflict, unanswered } = row;
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = editing === slot;
  const { save, saving, saved, undo, error } = useSaving(response, row, desk.language);
  // Only a phone records.
  const typed = inputOf(question).kind !== 'voice';
  const may = mayAt(me, response.siteId, 'interview.answer') && !closed && typed;

  // Closing the form gives the focus back to where it was opened.
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && editing === undefined) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, editing]);

  const [head] = heads;
  const about = desk.about(row);
  const label = about ? `${about}: ${desk.label(question)}` : desk.label(question);
  const isOccupation = inputOf(question).kind === 'occupation' && head?.value !== noAnswer;
  const occupation = isOccupation && typeof head?.value === 'string' ? head.value : undefined;
  return (
    <article className={styles.row} id={`question-${slot}`} data-open={unanswered || undefined}>
      <div className={styles.side}>
        <h3>
          {about && <span className={styles.about}>{about}</span>}
          {desk.label(question)}
        </h3>
        {conflict ? (
          <Conflict
            row={row}
            desk={desk}
            disabled={!may}
            onHolds={(value) => save({ value, manner: 'case-worker' })}
          />
        ) : head && !unanswered ? (
          <>
            <SaidAnswer event={head} words={desk} />
            <Provenance event={head} />
          </>
        ) : (
          <p className={styles.unanswered}>
            {head ? t(($) => $.answer.withdrawn) : t(($) => $.answer.unanswered)}
          </p>
        )}
      </div>
      <div className={styles.side} {...writtenIn(theirs.language)}>
        {theirs.language !== desk.language && (
          <p className={styles.theirs}>
            {about && <span className={styles.about}>{theirs.about(row)}</span>}
            {theirs.label(question)}
          </p>
        )}
        {own && own.value !== null && typed && <SaidAnswer event={own} words={theirs} />}
        {own && (own !== head || conflict) && <Provenance event={own} />}
      </div>
      <div className={styles.below}>
        {may && !isOpen && (
          <button ref={button} type="button" onClick={() => onEdit(slot)}>
            {unanswered ? t(($) => $.answer.add) : t(($) => $.answer.change)}
            <span className="unseen">: {label}</span>
          </button>
        )}
        <History row={row} desk={desk} label={label} />
        <span role="status">
          {saved === 'saved' && (
            <>
              {t(($) => $.form.saved)}{' '}
              {undo && (
                <button type="button" onClick={undo}>
                  {desktop(($) => $.action.undo)}
                </button>
              )}
            </>
          )}
          {saved === 'undone' && t(($) => $.form.undone)}
        </span>
        {!isOpen && error && <Problem error={error} />}
      </div>
      {occupation && (
        <OccupationSkills
          siteId={response.siteId}
          occupation={occupation}
          label={label}
          language={desk.language}
        />
      )}
      {isOpen && may && (
        <AnswerForm
          row={row}
          words={desk}
          draft={draftOf(slot)}
          saving={saving}
          error={error}
          onSave={(completed, andNext) => save(completed, () => (andNext ? onNext() : onEdit(undefined)))}
          onCancel={() => onEdit(undefined)}
        />
      )}
    </article>
  );
}

/** Everything that was ever said to the question, newest first. */
function History({ row: { history }, desk, label }: { row: Row; desk: Words; label: string }) {
  const { t } = useTranslation('interviews');
  if (history.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>
        {t(($) => $.answer.history, { count: history.length })}
        <span className="unseen">: {label}</span>
      </summary>
      <ol>
        {history.map((event) => (
          <li key={event.id}>
            {event.value === null ? t(($) => $.answer.withdrawn) : <SaidAnswer event={event} words={desk} />}
            <Provenance event={event} />
          </li>
        ))}
      </ol>
    </details>
  );
}
