import { type PoolDimension, poolDimensions } from '@kannwas/schema/pool/grammar';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { Part } from './Part.tsx';
import styles from './question.module.css';
import { boundOf, chosenSpread, withSpread } from './question.ts';
import { usePoolWords } from './words.ts';

type Props = { question: PoolSearch; onChange: (question: PoolSearch) => void };

/** What the answer is spread by: nothing, one thing, or one thing against another. */
export function SpreadChoice({ question, onChange }: Props) {
  const { t } = useTranslation('pool');
  const { places, dimensionName } = usePoolWords();
  const [first, second] = chosenSpread(question);
  const choice = (label: string, place: 0 | 1) => {
    const value = place === 0 ? first : second;
    const other = place === 0 ? second : first;
    const spreadBy = (name: PoolDimension | undefined) =>
      withSpread(question, place === 0 ? [name, other] : [other, name]);
    return (
      <Part
        className={styles.part}
        label={label}
        any={t(($) => $.question.byNothing)}
        options={poolDimensions
          .filter((name) => name !== other && (name !== 'place' || places.length > 0))
          .map((name) => ({
            code: name,
            name: dimensionName(name),
            bound: name === value ? undefined : boundOf(spreadBy(name)),
          }))}
        value={value}
        onChoose={(name) => onChange(spreadBy(poolDimensions.find((one) => one === name)))}
      />
    );
  };
  return (
    <fieldset>
      <legend className="unseen">{t(($) => $.question.spread)}</legend>
      <p className={styles.further}>
        <span>
          {t(($) => $.question.by)}{' '}
          {choice(
            t(($) => $.question.by),
            0,
          )}
        </span>
        {(first !== undefined || second !== undefined) && (
          <span>
            {t(($) => $.question.byAnd)}{' '}
            {choice(
              t(($) => $.question.bySecond),
              1,
            )}
          </span>
        )}
      </p>
    </fieldset>
  );
}
