import { useTranslation } from 'react-i18next';
import { Picture } from '../../../ui/Picture.tsx';
import {
  type AttackGroup,
  type AttackId,
  attackGroups,
  type Measurement,
  measurementsOf,
} from './figures.ts';
import { useNumbers } from './use-numbers.ts';

const groups = Object.keys(attackGroups) as AttackGroup[];

/** Every attack with what it reached and what it must not reach. */
export function Attacks() {
  const { t } = useTranslation('method');
  return groups.map((group) => (
    <section key={group} aria-labelledby={`attacks-${group}`}>
      <h4 id={`attacks-${group}`} className="group">
        {t(($) => $.known.groups[group])}
      </h4>
      <ul className="attacks">
        {attackGroups[group].map((id) => (
          <Attack key={id} id={id} />
        ))}
      </ul>
    </section>
  ));
}

function Attack({ id }: { id: AttackId }) {
  const { t } = useTranslation('method');
  const measurements = measurementsOf(id);
  return (
    <li id={id} className="attack">
      <div className="about">
        <p>
          <strong>{t(($) => $.known.attacks[id].name)}</strong> <span className="id">{id}</span>
        </p>
        <p>{t(($) => $.known.attacks[id].text)}</p>
      </div>
      <div className="results">
        {measurements.length === 0 && <p className="open">{t(($) => $.known.unmeasured)}</p>}
        {measurements.map((measurement, place) => (
          <Result key={place} {...measurement} />
        ))}
      </div>
    </li>
  );
}

function Result({ shown, value, bound, target, pass, n }: Measurement) {
  const { t } = useTranslation('method');
  const { figure, number } = useNumbers();
  const isMoreBetter = shown === 'precision';
  return (
    <div className="result">
      <dl>
        <dt>{t(($) => $.known.metrics[shown])}</dt>
        <dd>{figure(shown, value)}</dd>
        {bound !== value && (
          <>
            <dt>{isMoreBetter ? t(($) => $.known.notLess) : t(($) => $.known.notMore)}</dt>
            <dd>{figure(shown, bound)}</dd>
          </>
        )}
        <dt>{isMoreBetter ? t(($) => $.known.least) : t(($) => $.known.target)}</dt>
        <dd>{figure(shown, target)}</dd>
      </dl>
      <p className={pass ? 'held' : 'failed'}>
        <Picture of={pass ? 'controls/tick' : 'controls/trouble'} className="icon" />
        {pass ? t(($) => $.known.held) : t(($) => $.known.failed)}
      </p>
      <p className="tries">{t(($) => $.known.tries, { number: number(n) })}</p>
    </div>
  );
}
