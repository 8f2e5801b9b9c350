import { isDone, nextSteps, type OfferedStep } from '@kannwas/catalogue/steps/next-steps';
import { type StepWords, tellStep } from '@kannwas/catalogue/steps/words';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { fold } from '@kannwas/schema/survey/fold';
import type { Answers } from '@kannwas/schema/survey/questions';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import styles from '../interview.module.css';
import { currentOffersQuery, stepWordsQuery } from './queries.ts';
import own from './steps.module.css';

/** The same steps that the person sees, in the language of the desk, with what they ticked off. */
export function NextSteps({ response }: { response: Response }) {
  const { t, i18n } = useTranslation('interviews');
  const { id: siteId } = useSite();
  const offers = useQuery(currentOffersQuery(siteId));
  const words = useQuery(stepWordsQuery(i18n.language === 'en' ? 'en' : 'de'));
  const { answers } = fold(response.events);
  return (
    <section id="next-steps" className={styles.chapter} tabIndex={-1}>
      <h2>{t(($) => $.steps.heading)}</h2>
      <p>{t(($) => $.steps.lead)}</p>
      <Loaded query={words}>
        {(loaded) => (
          <Loaded query={offers}>
            {(known) => (
              <ol className={own.steps}>
                {nextSteps(answers, { offers: known }).steps.map((step) => (
                  <Step key={step.code} step={step} words={loaded} answers={answers} />
                ))}
              </ol>
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}

type StepProps = { step: OfferedStep; words: StepWords; answers: Answers };

function Step({ step, words, answers }: StepProps) {
  const { t } = useTranslation('interviews');
  const { title, reasons, rules, inGermany, authority } = tellStep(words, step);
  const facts = [
    ...(inGermany.length > 0 && step.kind === 'recognition' ? [inGermany.join(', ')] : []),
    ...(authority ? [authority] : []),
  ];
  return (
    <li className={own.step}>
      <h3>
        {title}{' '}
        <span className={isDone(answers, step) ? own.done : own.open}>
          {isDone(answers, step) ? t(($) => $.steps.done) : t(($) => $.steps.open)}
        </span>
      </h3>
      <p>{reasons.join(' ')}</p>
      {rules.length > 0 && <p className={own.rules}>{rules.join(' ')}</p>}
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {step.offers.length > 0 && (
        <ul className={own.offers}>
          {step.offers.map(({ id, texts, phone, where }) => (
            <li key={id}>{[texts.de?.name, texts.de?.when, where, phone].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
