import type { Published } from '@kannwas/schema/pool/table';
import { useTranslation } from 'react-i18next';
import styles from './bars.module.css';
import { heightOf } from './Count.tsx';

type Props = {
  caption: string;
  bars: readonly { key: string; name: string; count: Published }[];
  /** What a withheld count reads; "<10" where nothing else is said. */
  withheld?: string;
};

/**
 * A bar chart that is a list of words and numbers first, so that it reads, prints, and mirrors by itself.
 * A withheld count is a hatched stub: it might be nobody, and it might be nine.
 */
export function Bars({ caption, bars, withheld }: Props) {
  const { t, i18n } = useTranslation('desk');
  const longest = Math.max(10, ...bars.map(({ count }) => heightOf(count)));
  return (
    <figure className={styles.bars}>
      <figcaption>{caption}</figcaption>
      <ul>
        {bars.map(({ key, name, count }) => (
          <li key={key}>
            <span>{name}</span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={count === null ? styles.hatched : styles.bar}
                style={{ inlineSize: `${((count ?? 9) / longest) * 100}%` }}
              />
            </span>
            <span className={styles.numeric}>
              {count === null
                ? (withheld ?? t(($) => $.count.withheldShort))
                : count.toLocaleString(i18n.language)}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
