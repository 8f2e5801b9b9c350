import { useTranslation } from 'react-i18next';
import { Section } from '../Section.tsx';
import { Attacks } from './Attacks.tsx';
import { Comparison } from './Comparison.tsx';
import { summaryOf } from './figures.ts';

/** What the attack suite found: a summary, the same attacks against weaker protection, each attack. */
export function Known() {
  const { t } = useTranslation('method');
  const summary = summaryOf();
  const isMeasured = summary.open < summary.attacks;
  return (
    <Section id="known" heading={t(($) => $.known.heading)} picture="start/work">
      <p>{t(($) => $.known.attack)}</p>
      <p>{t(($) => $.known.limit)}</p>
      {isMeasured ? (
        <dl className="summary">
          {(['attacks', 'held', 'failed', 'open'] as const).map((part) => (
            <div key={part}>
              <dt>{t(($) => $.known.summary[part])}</dt>
              <dd>{summary[part]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="notice">{t(($) => $.known.nothing)}</p>
      )}
      <p>{t(($) => $.known.guess)}</p>
      <Comparison />
      <h3>{t(($) => $.known.all)}</h3>
      <Attacks />
    </Section>
  );
}
