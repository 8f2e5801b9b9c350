import type { PoolRow, PoolTable } from '@kannwas/schema/pool/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../app/desk/names.ts';
import type { PoolSearch } from '../app/paths.ts';
import { useSite } from '../app/session.ts';
import sheet from '../ui/desk/desk.module.css';
import { Bars } from '../ui/desk/table/Bars.tsx';
import { Count, heightOf } from '../ui/desk/table/Count.tsx';
import { type Column, DeskTable } from '../ui/desk/table/DeskTable.tsx';
import { Search } from '../ui/desk/table/Search.tsx';
import { ViewSwitch } from '../ui/desk/table/ViewSwitch.tsx';
import styles from './pool.module.css';

type Named = PoolRow & { key: string; occupationName: string; districtName: string };
type Props = { table: PoolTable; by: PoolSearch['by'] };

/** The answer spread out by occupation, district, or both: a sentence, then a table or a chart. */
export function PoolSpread({ table, by }: Props) {
  const { t } = useTranslation('pool');
  const [search, setSearch] = useState('');
  const [chart, setChart] = useState(false);
  const [small, setSmall] = useState(false);
  const rows = useNamed(table.rows);
  if (!by) return null;

  const word = {
    occupation: t(($) => $.spread.occupation),
    district: t(($) => $.spread.district),
    'occupation,district': t(($) => $.spread.both),
  }[by];
  const caption = t(($) => $.spread.caption, { by: word });
  const wanted = search.trim().toLowerCase();
  const found = rows.filter((row) => nameOf(row).toLowerCase().includes(wanted));
  // Groups below 10 would bury the others; whoever searches wants to see them all the same.
  const shown = small || wanted !== '' ? found : found.filter(({ count }) => count !== null);
  const columns: Column<Named>[] = [
    ...(by.includes('occupation')
      ? [
          named(
            'occupation',
            t(($) => $.spread.occupation),
            (row) => row.occupationName,
          ),
        ]
      : []),
    ...(by.includes('district')
      ? [
          named(
            'district',
            t(($) => $.spread.district),
            (row) => row.districtName,
          ),
        ]
      : []),
    {
      name: 'count',
      heading: t(($) => $.spread.people),
      numeric: true,
      cell: (row) => <Count of={row.count} />,
      sortBy: (row) => heightOf(row.count),
    },
  ];

  return (
    <section className={styles.spread}>
      <h2>{t(($) => $.spread.heading, { by: word })}</h2>
      <p>
        <Summary rows={rows} />
      </p>
      <div className={sheet.tools}>
        <Search label={t(($) => $.spread.search)} value={search} onChange={setSearch} />
        <ViewSwitch chart={chart} onChange={setChart} />
        <label className={sheet.toggle}>
          <input type="checkbox" checked={small} onChange={({ target }) => setSmall(target.checked)} />
          {t(($) => $.spread.small)}
        </label>
      </div>
      {rows.length === 0 && <p>{t(($) => $.spread.empty)}</p>}
      {rows.length > 0 && found.length === 0 && <p role="status">{t(($) => $.spread.none, { search })}</p>}
      {shown.length > 0 &&
        (chart ? (
          <Bars
            caption={caption}
            bars={shown
              .toSorted((a, b) => heightOf(b.count) - heightOf(a.count))
              .map((row) => ({ key: row.key, name: nameOf(row), count: row.count }))}
          />
        ) : (
          <DeskTable
            key={by}
            caption={caption}
            columns={columns}
            rows={shown}
            keyOf={({ key }) => key}
            sorting={{ column: 'count', down: true }}
          />
        ))}
    </section>
  );
}

/** The same in a sentence, for those who do not read tables. */
function Summary({ rows }: { rows: readonly Named[] }) {
  const { t, i18n } = useTranslation('pool');
  const [largest] = rows.toSorted((a, b) => heightOf(b.count) - heightOf(a.count));
  if (!largest) return null;
  if (largest.count === null) return t(($) => $.spread.summaryNone);
  return t(($) => $.spread.summary, {
    count: rows.filter(({ count }) => count === null).length,
    largest: t(($) => $.spread.largest, {
      name: nameOf(largest),
      number: largest.count.toLocaleString(i18n.language),
    }),
  });
}

function useNamed(rows: readonly PoolRow[]): Named[] {
  const names = useNames();
  const { districts } = useSite();
  const named = rows.map((row) => ({
    ...row,
    key: `${row.occupation ?? ''}~${row.district ?? ''}`,
    occupationName: row.occupation === undefined ? '' : names.group(row.occupation),
    districtName: districts.find(({ code }) => code === row.district)?.name ?? row.district ?? '',
  }));
  return named.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nameOf = ({ occupationName, districtName }: Named) =>
  [occupationName, districtName].filter(Boolean).join(' · ');

const named = (name: string, heading: string, of: (row: Named) => string): Column<Named> => ({
  name,
  heading,
  cell: of,
  sortBy: of,
});
