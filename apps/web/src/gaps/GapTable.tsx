import type { GapRow } from '@kannwas/schema/gaps';
import type { Place } from '@kannwas/schema/pool/table';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../app/desk/names.ts';
import { usePlaceNames } from '../app/desk/place-names.ts';
import { useSite } from '../app/session.ts';
import sheet from '../ui/desk/desk.module.css';
import { Count, heightOf } from '../ui/desk/table/Count.tsx';
import { type Column, DeskTable } from '../ui/desk/table/DeskTable.tsx';
import { Explain } from '../ui/desk/table/Explain.tsx';
import { Search } from '../ui/desk/table/Search.tsx';
import styles from './gaps.module.css';
import { gapInWords, kindOf, rangeOf } from './words.ts';

type Named = GapRow & { occupationName: string; placeName: string };

type Props = { rows: readonly GapRow[]; places: readonly Place[] };

/** Supply minus demand as a range, the largest lack first. */
export function GapTable({ rows, places }: Props) {
  const { t, i18n } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const { id: siteId } = useSite();
  const placeName = usePlaceNames(places);
  const names = useNames();
  const [search, setSearch] = useState('');
  const [unwanted, setUnwanted] = useState(false);
  const columns = useColumns();
  const named = rows.map(
    (row): Named => ({
      ...row,
      occupationName: names.group(row.occupation),
      placeName: row.place === null ? desk(($) => $.wholeSite) : placeName(row.place),
    }),
  );
  const wanted = search.trim().toLowerCase();
  const found = named.filter((row) =>
    `${row.occupationName} ${row.placeName}`.toLowerCase().includes(wanted),
  );
  // Supply without any demand is no gap; it stands behind one press, and every search finds it.
  const shown = unwanted || wanted !== '' ? found : found.filter(({ demand }) => demand > 0);
  const [largest] = named.toSorted((a, b) => middle(a) - middle(b));
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.gap.heading)}</h2>
      <p>
        {t(($) => $.gap.lead)}{' '}
        <Explain heading={t(($) => $.gap.definitionHeading)} text={t(($) => $.gap.definition)}>
          {t(($) => $.gap.definitionHeading)}
        </Explain>
      </p>
      {largest && kindOf(largest.gap) === 'lack' && (
        <p>
          {t(($) => $.gap.summary, {
            occupation: largest.occupationName,
            district: largest.placeName,
            gap: gapInWords(largest.gap, t, i18n.language),
          })}
        </p>
      )}
      {!named.some(({ demand }) => demand > 0) && (
        <p>
          {t(($) => $.gap.empty)}{' '}
          <Link to="/$siteId/demand" params={{ siteId }} search={{}}>
            {t(($) => $.gap.toDemand)}
          </Link>
        </p>
      )}
      <div className={sheet.tools}>
        <Search label={t(($) => $.gap.search)} value={search} onChange={setSearch} />
        <label className={sheet.toggle}>
          <input type="checkbox" checked={unwanted} onChange={({ target }) => setUnwanted(target.checked)} />
          {t(($) => $.gap.unwanted)}
        </label>
      </div>
      {wanted !== '' && found.length === 0 && <p role="status">{t(($) => $.gap.none, { search })}</p>}
      {shown.length > 0 && (
        <DeskTable
          caption={t(($) => $.gap.caption)}
          columns={columns}
          rows={shown}
          keyOf={({ occupation, place }) => `${occupation}~${place}`}
          sorting={{ column: 'gap', down: false }}
        />
      )}
    </section>
  );
}

/** Lacks are compared by the middle of their ranges. */
const middle = ({ gap }: GapRow) => (gap.low + gap.high) / 2;

function useColumns(): Column<Named>[] {
  const { t, i18n } = useTranslation('gaps');
  return [
    {
      name: 'occupation',
      heading: t(($) => $.gap.occupation),
      cell: ({ occupationName }) => occupationName,
      sortBy: ({ occupationName }) => occupationName,
    },
    {
      name: 'place',
      heading: t(($) => $.gap.district),
      cell: ({ placeName }) => placeName,
      sortBy: ({ placeName }) => placeName,
    },
    {
      name: 'gap',
      heading: t(($) => $.gap.gap),
      numeric: true,
      cell: ({ gap }) => (
        <span className={styles[kindOf(gap)]}>
          {rangeOf(gap, t, i18n.language)} <small>{gapInWords(gap, t, i18n.language)}</small>
        </span>
      ),
      sortBy: middle,
    },
    {
      name: 'supply',
      heading: t(($) => $.gap.supply),
      numeric: true,
      cell: ({ supply }) => <Count of={supply} />,
      sortBy: ({ supply }) => heightOf(supply),
    },
    {
      name: 'demand',
      heading: t(($) => $.gap.demand),
      numeric: true,
      cell: ({ demand, fewEmployers }) => (
        <>
          {demand.toLocaleString(i18n.language)}
          {fewEmployers && demand > 0 && <small className={styles.few}>{t(($) => $.gap.fewEmployers)}</small>}
        </>
      ),
      sortBy: ({ demand }) => demand,
    },
  ];
}
