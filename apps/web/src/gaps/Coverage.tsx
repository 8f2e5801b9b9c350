import type { CoverageRow, CoverageTable } from '@kannwas/schema/gaps';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../app/desk/place-names.ts';
import { mayAt, useSession, useSite } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import sheet from '../ui/desk/desk.module.css';
import { Count, heightOf } from '../ui/desk/table/Count.tsx';
import { type Column, DeskTable } from '../ui/desk/table/DeskTable.tsx';
import { Explain } from '../ui/desk/table/Explain.tsx';
import { Search } from '../ui/desk/table/Search.tsx';
import styles from './gaps.module.css';
import { shareOf } from './words.ts';

type Named = CoverageRow & { name: string };

/** Who has been asked, place by place, and the whole site below. */
export function Coverage({ rows, places }: Pick<CoverageTable, 'rows' | 'places'>) {
  const { t } = useTranslation('gaps');
  const { me } = useSession();
  const { id: siteId } = useSite();
  const placeName = usePlaceNames(places);
  const [search, setSearch] = useState('');
  const columns = useColumns();
  const named = rows.map(
    (row): Named => ({
      ...row,
      name: row.place === null ? t(($) => $.coverage.whole) : placeName(row.place),
    }),
  );
  const wanted = search.trim().toLowerCase();
  const found = named.filter((row) => row.place !== null && row.name.toLowerCase().includes(wanted));
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.coverage.heading)}</h2>
      <p>
        {t(($) => $.coverage.lead)}{' '}
        <Explain heading={t(($) => $.coverage.definitionHeading)} text={t(($) => $.coverage.definition)}>
          {t(($) => $.coverage.definitionHeading)}
        </Explain>
      </p>
      <div className={sheet.tools}>
        <Search label={t(($) => $.coverage.search)} value={search} onChange={setSearch} />
        {mayAt(me, siteId, 'denominator.save') && (
          <Link to="/$siteId/registered" params={{ siteId }}>
            {t(($) => $.coverage.edit)}
          </Link>
        )}
      </div>
      {found.length === 0 && <p role="status">{t(($) => $.coverage.none, { search })}</p>}
      <DeskTable
        caption={t(($) => $.coverage.caption)}
        columns={columns}
        rows={found}
        foot={named.filter(({ place }) => place === null)}
        keyOf={({ place }) => place ?? 'whole'}
        sorting={{ column: 'place', down: false }}
      />
    </section>
  );
}

function useColumns(): Column<Named>[] {
  const { t, i18n } = useTranslation('gaps');
  const unknown = <span className={styles.unknown}>{t(($) => $.coverage.unknown)}</span>;
  return [
    {
      name: 'place',
      heading: t(($) => $.coverage.district),
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      name: 'asked',
      heading: t(($) => $.coverage.asked),
      numeric: true,
      cell: ({ asked }) => <Count of={asked} />,
      sortBy: ({ asked }) => heightOf(asked),
    },
    {
      name: 'registered',
      heading: t(($) => $.coverage.registered),
      numeric: true,
      cell: ({ registered }) =>
        registered === null ? (
          unknown
        ) : (
          <Explain
            heading={t(($) => $.coverage.registeredHeading)}
            text={t(($) => $.coverage.registeredDefinition)}
          >
            {registered.toLocaleString(i18n.language)}
          </Explain>
        ),
      sortBy: ({ registered }) => registered ?? -1,
    },
    {
      name: 'share',
      heading: t(($) => $.coverage.share),
      numeric: true,
      cell: ({ share }) => (share === null ? unknown : <Share share={share} />),
      sortBy: ({ share }) => share ?? -1,
    },
    {
      name: 'asOf',
      heading: t(($) => $.coverage.asOf),
      cell: ({ asOf }) => (asOf === null ? unknown : dayOf(asOf, i18n.language)),
      sortBy: ({ asOf }) => asOf ?? '',
    },
  ];
}

/** The share as a number, with a bar that repeats it. */
function Share({ share }: { share: number }) {
  const { t, i18n } = useTranslation('gaps');
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(share, 1) * 100}%` }} />
      </span>
      <Explain heading={t(($) => $.coverage.definitionHeading)} text={t(($) => $.coverage.definition)}>
        {shareOf(share, i18n.language)}
      </Explain>
    </span>
  );
}
