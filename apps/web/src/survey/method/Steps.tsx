import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';

/** One number on its way to an employer; the words of each step say the same. */
const steps = [
  { step: 'mixed', numbers: [] },
  { step: 'counted', numbers: ['42'] },
  { step: 'small', numbers: ['3', '<10'] },
  { step: 'changed', numbers: ['42', '44'] },
  { step: 'rounded', numbers: ['44', '45'] },
  { step: 'stays', numbers: ['45', '45'] },
  { step: 'broader', numbers: ['40', '45'] },
  { step: 'stopped', numbers: [] },
] as const;

/** What happens to a number, one sentence and one example each. */
export function Steps() {
  const { t } = useTranslation('method');
  return (
    <ol className="steps">
      {steps.map(({ step, numbers }) => (
        <li key={step} className="step">
          <div className="said">
            <p>
              <strong>{t(($) => $.safe.steps[step].text)}</strong>
            </p>
            <p className="example">{t(($) => $.safe.steps[step].example)}</p>
          </div>
          {numbers.length > 0 && <Numbers numbers={numbers} />}
        </li>
      ))}
    </ol>
  );
}

function Numbers({ numbers: [before, after] }: { numbers: readonly string[] }) {
  return (
    <p aria-hidden="true" className="numbers">
      <bdi>{before}</bdi>
      {after && (
        <>
          <Picture of="controls/back" className="icon forward" />
          <bdi dir="ltr">{after}</bdi>
        </>
      )}
    </p>
  );
}
