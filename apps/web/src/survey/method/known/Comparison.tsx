import { useTranslation } from 'react-i18next';
import { type Compared, comparisonOf, comparisons } from './figures.ts';
import { useNumbers } from './use-numbers.ts';

const attacks = Object.keys(comparisons) as Compared[];

/** The same attacks against weaker protection: bars, each with its words and its number. */
export function Comparison() {
  const { t } = useTranslation('method');
  return (
    <>
      <h3>{t(($) => $.known.compare.heading)}</h3>
      <p>{t(($) => $.known.compare.text)}</p>
      <div className="charts">
        {attacks.map((attack) => (
          <Chart key={attack} attack={attack} />
        ))}
      </div>
    </>
  );
}

function Chart({ attack }: { attack: Compared }) {
  const { t } = useTranslation('method');
  const { percent } = useNumbers();
  const { bars, target } = comparisonOf(attack);
  return (
    <figure className="chart">
      <figcaption>
        <strong>{t(($) => $.known.attacks[attack].name)}</strong> <span className="id">{attack}</span>
        <span className="measure">{t(($) => $.known.compare.measure)}</span>
      </figcaption>
      {bars.every(({ value }) => value === undefined) ? (
        <p className="open">{t(($) => $.known.unmeasured)}</p>
      ) : (
        <>
          <ul>
            {bars.map(({ mechanism, value }) => (
              <li key={mechanism} className={mechanism === 'ours' ? 'ours' : undefined}>
                <p>
                  {t(($) => $.known.compare.mechanisms[mechanism])}:{' '}
                  <strong>{value === undefined ? t(($) => $.known.unmeasured) : percent(value)}</strong>
                </p>
                {value !== undefined && <Bar value={value} target={target} />}
              </li>
            ))}
          </ul>
          <p className="tries">{t(($) => $.known.compare.limit, { limit: percent(target) })}</p>
        </>
      )}
    </figure>
  );
}

/** Drawn with attributes: the content security policy lets no style into an element. */
function Bar({ value, target }: { value: number; target: number }) {
  return (
    <svg aria-hidden="true" className="bars">
      <rect className="track" width="100%" height="100%" />
      <rect className="reached" width={`${value * 100}%`} height="100%" />
      <rect className="limit" x={`${target * 100}%`} width="4" height="100%" />
    </svg>
  );
}
