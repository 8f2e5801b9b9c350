import type { PoolTable } from '@kannwas/schema/pool/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Search } from '../../ui/desk/table/Search.tsx';
import { ViewSwitch } from '../../ui/desk/table/ViewSwitch.tsx';
import { spreadOf } from '../question/question.ts';
import { usePoolWords } from '../question/words.ts';
import styles from './answer.module.css';
import { SpreadBars } from './SpreadBars.tsx';
import { SpreadSummary } from './SpreadSummary.tsx';
import { SpreadTable } from './SpreadTable.tsx';
import { hasNumber, layOut } from './spread-table.ts';

type Props = { question: PoolSearch; table: PoolTable };

/** The answer spread out by one thing, or by one against another: a sentence, then a table or a chart. */
export function Spread({ question, table }: Props) {
  const { t } = useTranslation('pool');
  const { dimensionName, codeName } = usePoolWords();
  const [search, setSearch] = useState('');
  const [chart, setChart] = useState(false);
  const [small, setSmall] = useState(false);
  const by = spreadOf(question);
  const spread = layOut(table.rows, by);
  if (!spread || table.refused) return null;

  const [first, second] = by.map(dimensionName);
  const words = second === undefined ? { by: first } : { first, second };
  const heading = second === undefined ? t(($) => $.words.spread, words) : t(($) => $.words.crossed, words);
  const wanted = search.trim().toLowerCase();
  const found = spread.lines.filter(({ code }) => codeName(spread.down, code).toLowerCase().includes(wanted));
  // Groups below 10 would bury the others; whoever searches wants to see them all the same.
  const lines = small || wanted !== '' ? found : found.filter(hasNumber);
  const shown = { ...spread, lines };
  return (
    <section className={styles.part}>
      <h2>{heading}</h2>
      <p>
        <SpreadSummary spread={spread} />
      </p>
      <div className={sheet.tools}>
        <Search label={t(($) => $.spread.search)} value={search} onChange={setSearch} />
        <ViewSwitch chart={chart} onChange={setChart} />
        <label className={sheet.toggle}>
          <input type="checkbox" checked={small} onChange={({ target }) => setSmall(target.checked)} />
          {t(($) => $.spread.small)}
        </label>
      </div>
      {found.length === 0 && <p role="status">{t(($) => $.spread.none, { search })}</p>}
      {lines.length > 0 &&
        (chart ? (
          <SpreadBars caption={heading} spread={shown} />
        ) : (
          <SpreadTable caption={heading} spread={shown} total={table.total} />
        ))}
    </section>
  );
}
