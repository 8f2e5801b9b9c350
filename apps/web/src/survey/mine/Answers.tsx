import { noAnswer } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { addressOf, placeOfVisit } from '../address.ts';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import { useEntryName } from '../lists/page-wording.ts';
import papers from '../papers/papers.module.css';
import type { KeptEvent } from '../phone/kept.ts';
import { usePhone } from '../phone/phone.ts';
import { useWording } from '../texts.ts';
import { Day } from './Day.tsx';
import styles from './mine.module.css';
import { changeableAt, type Told, toldIn } from './said.ts';

/** Every answer with how it came about, earlier ones too, and the way to change it. Needs no network. */
export function Answers() {
  const { t } = useTranslation('mine');
  const { events, folded } = usePhone();
  const names = useNames();
  const answerText = useAnswerText(names.state === 'loaded' ? names.value : {});
  const told = toldIn(
    events.filter(({ state }) => state !== 'refused'),
    folded.heads,
  );
  return (
    <section className={papers.chapter} aria-labelledby="mine-answers">
      <h2 id="mine-answers" tabIndex={-1}>
        {t(($) => $.answers.heading)}
      </h2>
      {told.length === 0 && <p>{t(($) => $.answers.none)}</p>}
      <dl>
        {told.map((one) => (
          <Answer key={one.slot} told={one} answerText={answerText} />
        ))}
      </dl>
    </section>
  );
}

type Say = { answerText: ReturnType<typeof useAnswerText> };

function Answer({ told, answerText }: { told: Told } & Say) {
  const { t } = useTranslation(['mine', 'common']);
  const language = useLanguage();
  const { label } = useWording()(told.question);
  const name = useEntryName(told.page.about, told.entry);
  const visit = changeableAt(told);
  return (
    <div className={papers.line}>
      <dt>
        {name && <strong className={papers.about}>{name}</strong>}
        {label}
      </dt>
      {told.now.map((event) => (
        <dd key={event.id}>
          <Said event={event} told={told} answerText={answerText} />
          {visit && (
            <Link to={addressOf(language, placeOfVisit(visit))} className={papers.change}>
              {t(($) => $.common.change)}
              <span className="unseen"> {[name, label].filter(Boolean).join(': ')}</span>
            </Link>
          )}
        </dd>
      ))}
      {told.earlier.length > 0 && (
        <dd>
          <details className={styles.earlier}>
            <summary>{t(($) => $.answers.earlier)}</summary>
            {told.earlier.map((event) => (
              <Said key={event.id} event={event} told={told} answerText={answerText} />
            ))}
          </details>
        </dd>
      )}
    </div>
  );
}

/** What was said, by whom, and when. */
function Said({ event, told, answerText }: { event: KeptEvent; told: Told } & Say) {
  const { t } = useTranslation(['mine', 'survey']);
  // Checked by the schema of its question before it was kept.
  const value = event.value as Parameters<typeof answerText>[1];
  const text = answerText(told.question, value);
  const silent = value === noAnswer ? t(($) => $.survey.form.noAnswer) : t(($) => $.answers.takenBack);
  return (
    <span className={papers.answer}>
      <bdi className={text === undefined ? papers.silent : papers.said}>{text ?? silent}</bdi>
      <small className={styles.origin}>
        {t(($) => $.manner[event.manner])} · <Day at={event.recordedAt} />
      </small>
    </span>
  );
}
