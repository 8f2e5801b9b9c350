import { type Answer, partsOf, type Slot } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../frame/use-language.ts';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import styles from '../pages/pages.module.css';
import { usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import papers from './papers.module.css';

/** Two people did not see each other's answers: both are shown, the person decides, nothing is overwritten. */
export function Conflict({ slot }: { slot: Slot }) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { events, folded } = usePhone();
  const names = useNames();
  const answerText = useAnswerText(names.state === 'loaded' ? names.value : {});
  const heads = folded.heads[slot] ?? [];
  const sides = events.filter((event) => heads.includes(event.id));
  return (
    <section className={styles.notice} aria-label={t(($) => $.conflict.heading)}>
      <p>{t(($) => $.conflict.hint)}</p>
      <div className={papers.sides}>
        {sides.map(({ id, manner, value }) => {
          const fromStaff = manner === 'case-worker' || manner === 'document-seen';
          return (
            <div key={id} className={papers.side}>
              <span>{fromStaff ? t(($) => $.conflict.elsewhere) : t(($) => $.conflict.here)}</span>
              <strong>
                {answerText(partsOf(slot).question, value as Answer) ?? t(($) => $.check.notSaid)}
              </strong>
              <button
                type="button"
                className={styles.other}
                onClick={() => void answer({ [slot]: value as Answer }, language)}
              >
                {t(($) => $.conflict.keep)}
              </button>
            </div>
          );
        })}
      </div>
    </section>
  );
}
