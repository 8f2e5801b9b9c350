import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer, partsOf } from '@kannwas/schema/survey/questions';
import { Voice } from '@kannwas/schema/survey/questions/kinds';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../app/call.ts';
import { useSite } from '../app/session.ts';
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
  const voice = Voice.safeParse(value);
  if (voice.success) return <Heard recordingId={voice.data.recording} label={words.label(question)} />;
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

/** What the newcomer said into their phone. It may come after the answer: sound takes longer on a slow network. */
function Heard({ recordingId, label }: { recordingId: string; label: string }) {
  const { t } = useTranslation('interviews');
  const { id: siteId } = useSite();
  const { responseId } = useParams({ strict: false });
  const [missing, miss] = useState(false);
  if (!responseId) return null;
  const params = { siteId, responseId, recordingId };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said. */}
      <audio
        controls
        preload="none"
        src={addressOf(recordingsEndpoints.hear, { params })}
        aria-label={label}
        onError={() => miss(true)}
      />
      {missing && <p className={styles.provenance}>{t(($) => $.answer.notArrived)}</p>}
    </>
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
