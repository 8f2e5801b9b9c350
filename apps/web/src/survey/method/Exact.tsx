import { grammarBounds } from '@kannwas/schema/pool/grammar';
import { useTranslation } from 'react-i18next';
import { useNumbers } from './known/use-numbers.ts';

/**
 * The values of the mechanism as `@kannwas/disclosure` has them; a web page does not import that package, so
 * tests/pages/method.test.ts holds the two against each other.
 */
const parameters = {
  mixed: 77 / 256,
  changing: 1 / 50,
  js: 2,
  hardFloor: 5,
  threshold: 10,
  roundTo: 5,
  base: 30,
  leastForFacts: 100,
} as const;

/** Of numbers by work and place alone, and of those that tell one fact about people or more. */
const byFacts = {
  D: [10, 15, 20, 25, 30],
  V: [4, 9, 16, 25, 36],
  tau: [
    { least: 3, most: 6 },
    { least: 8, most: 15 },
  ],
} as const;

const sources = [
  'Fraser, B.; Wooton, J.: A proposed method for confidentialising tabular output to protect against differencing. Australian Bureau of Statistics; Monographs of Official Statistics, Eurostat 2006, 299–302.',
  'Hundepool, A. et al.: Handbook on Statistical Disclosure Control. ESSnet SDC, Eurostat.',
  'Giessing, S.: Computational Issues in the Design of Transition Probabilities and Disclosure Risk Estimation for Additive Noise. Privacy in Statistical Databases 2016, LNCS 9867, 237–251.',
  'R packages ptable and cellKey, github.com/sdcTools.',
];

/** The values of the mechanism, for experts. */
export function Exact() {
  const { t } = useTranslation('method');
  const { percent } = useNumbers();
  const { mixed, changing, ...single } = parameters;
  const all = (values: readonly (number | string)[]) => values.join(' · ');
  const values = {
    ...single,
    mixed: percent(mixed),
    changing: percent(changing),
    D: all(byFacts.D),
    V: all(byFacts.V),
    tau: all(byFacts.tau.map((bounds) => t(($) => $.exact.range, bounds))),
    ...grammarBounds,
  };
  const names = [
    'mixed',
    'D',
    'V',
    'js',
    'hardFloor',
    'threshold',
    'roundTo',
    'tau',
    'changing',
    'base',
    'leastForFacts',
  ] as const;
  const symbols: Partial<Record<keyof typeof values, string>> = { D: 'D', V: 'V', js: 'js', tau: 'τ' };
  return (
    <>
      <dl className="parameters">
        {[...names, 'dimensions' as const, 'groupings' as const, 'cells' as const].map((name) => (
          <div key={name}>
            <dt>
              {t(($) => $.exact.parameters[name])}
              {symbols[name] && (
                <>
                  {' '}
                  <bdi className="symbol">{symbols[name]}</bdi>
                </>
              )}
            </dt>
            <dd>{values[name]}</dd>
          </div>
        ))}
      </dl>
      <p>{t(($) => $.exact.second)}</p>
      <p>{t(($) => $.exact.method)}</p>
      <p>{t(($) => $.exact.chosen)}</p>
      <p>{t(($) => $.exact.interval)}</p>
      <h3>{t(($) => $.exact.sources)}</h3>
      <ul className="sources" lang="en" dir="ltr">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </>
  );
}
