import type { NewEvent } from '@kannwas/schema/survey/events';
import { useTranslation } from 'react-i18next';
import styles from './interview.module.css';
import { Provenance, SaidAnswer } from './SaidAnswer.tsx';
import type { Row } from './said/rows.ts';
import type { Words } from './said/words.ts';

type Props = { row: Row; desk: Words; disabled: boolean; onHolds: (value: NewEvent['value']) => void };

/** Both answers side by side; a person decides, and the decision is an event of its own. */
export function Conflict({ row: { question, heads }, desk, disabled, onHolds }: Props) {
  const { t } = useTranslation('interviews');
  return (
    <div className={styles.conflict}>
      <h4>{t(($) => $.conflict.heading)}</h4>
      <p>{t(($) => $.conflict.lead)}</p>
      <ul>
        {heads.map((event) => (
          <li key={event.id}>
            {event.value === null ? (
              <p>{t(($) => $.answer.withdrawn)}</p>
            ) : (
              <SaidAnswer event={event} words={desk} />
            )}
            <Provenance event={event} />
            {!disabled && (
              <button
                type="button"
                aria-label={t(($) => $.conflict.holdsOf, { answer: desk.answer(question, event.value) })}
                onClick={() => onHolds(event.value)}
              >
                {t(($) => $.conflict.holds)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
