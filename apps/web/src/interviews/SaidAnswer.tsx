import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer, partsOf } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../ui/desk/dates.ts';
import { writtenIn } from '../ui/writing.ts';
import styles from './interview.module.css';
import type { Words } from './said/words.ts';

/**
 * An answer in the words of a language. What somebody typed stays exactly as typed, in its own language and
 * direction, so that Arabic inside German does not turn its neighbours round.
 */
export function SaidAnswer({ event, words }: { event: AnswerEvent; words: Words }) {
  const { question: slot, value, language } = event;
  const { question } = partsOf(slot);
  const typed = inputOf(question).kind === 'text' && value !== noAnswer;
  return typed ? (
    <p className={styles.answer}>
      <bdi {...writtenIn(language)}>{words.answer(question, value)}</bdi>
    </p>
  ) : (
    <p className={styles.answer} {...writtenIn(words.language)}>
      {words.answer(question, value)}
    </p>
  );
}

/** Who said it, how, and when. */
export function Provenance({ event: { manner, author, recordedAt } }: { event: AnswerEvent }) {
  const { t, i18n } = useTranslation('interviews');
  const date = dayOf(recordedAt, i18n.language);
  const how = t(($) => $.manner[manner]);
  return (
    <p className={styles.provenance} data-manner={manner} lang={i18n.language} dir="ltr">
      {author === null
        ? t(($) => $.provenanceOwn, { manner: how, date })
        : t(($) => $.provenance, { manner: how, author, date })}
    </p>
  );
}
