import type { Demand } from '@kannwas/schema/gaps';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAt, useSession, useSite } from '../../app/session.ts';
import { dayOf } from '../../ui/desk/dates.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Search } from '../../ui/desk/table/Search.tsx';
import styles from '../gaps.module.css';
import { useNeedWords } from './need-words.ts';
import { useRemoval } from './removal.ts';

/** The rows of demand; a removed row can be brought back for a few seconds. */
export function DemandList({ rows }: { rows: readonly Demand[] }) {
  const { t } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const { me } = useSession();
  const { id: siteId } = useSite();
  const { rowName } = useNeedWords();
  const [search, setSearch] = useState('');
  const { removed, remove, undo, error } = useRemoval(siteId);
  const columns = useColumns(mayAt(me, siteId, 'demand.remove') ? remove : undefined);
  const standing = rows.filter(({ id }) => id !== removed?.id);
  const wanted = search.trim().toLowerCase();
  const found = standing.filter((row) => `${rowName(row)} ${row.source}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className={sheet.tools}>
        <Search label={t(($) => $.demand.search)} value={search} onChange={setSearch} />
      </div>
      <p role="status" className={removed ? styles.removed : undefined}>
        {removed && (
          <>
            {t(($) => $.demand.removed, { row: rowName(removed) })}{' '}
            <button type="button" onClick={undo}>
              {desk(($) => $.action.undo)}
            </button>
          </>
        )}
      </p>
      {error && <Problem error={error} />}
      {standing.length === 0 && <p>{t(($) => $.demand.empty)}</p>}
      {standing.length > 0 && found.length === 0 && (
        <p role="status">{t(($) => $.demand.none, { search })}</p>
      )}
      {found.length > 0 && (
        <DeskTable
          caption={t(($) => $.demand.list)}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          sorting={{ column: 'occupation', down: false }}
        />
      )}
    </>
  );
}

function useColumns(remove: ((row: Demand) => void) | undefined): Column<Demand>[] {
  const { t, i18n } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const { occupation, district, rowName } = useNeedWords();
  const day = (date: string) => dayOf(date, i18n.language);
  const kind = (row: Demand) => t(($) => $.demand.kinds[row.kind]);
  return [
    { name: 'occupation', heading: t(($) => $.demand.occupation), cell: occupation, sortBy: occupation },
    { name: 'district', heading: t(($) => $.demand.district), cell: district, sortBy: district },
    {
      name: 'number',
      heading: t(($) => $.demand.columns.number),
      numeric: true,
      cell: ({ number }) => number.toLocaleString(i18n.language),
      sortBy: ({ number }) => number,
    },
    {
      name: 'german',
      heading: t(($) => $.demand.german),
      cell: ({ german }) => desk(($) => $.german[german]),
      sortBy: ({ german }) => german,
    },
    {
      name: 'from',
      heading: t(($) => $.demand.from),
      cell: ({ from }) => day(from),
      sortBy: ({ from }) => from,
    },
    {
      name: 'until',
      heading: t(($) => $.demand.until),
      cell: ({ until }) => (until === null ? t(($) => $.demand.open) : day(until)),
      sortBy: ({ until }) => until ?? '9999',
    },
    { name: 'kind', heading: t(($) => $.demand.kind), cell: kind, sortBy: kind },
    {
      name: 'source',
      heading: t(($) => $.demand.columns.source),
      cell: ({ source }) => source,
      sortBy: ({ source }) => source,
    },
    ...(remove
      ? [
          {
            name: 'remove',
            heading: desk(($) => $.action.remove),
            cell: (row: Demand) => (
              <button
                type="button"
                aria-label={t(($) => $.demand.removeRow, { row: rowName(row) })}
                onClick={() => remove(row)}
              >
                {desk(($) => $.action.remove)}
              </button>
            ),
          },
        ]
      : []),
  ];
}
