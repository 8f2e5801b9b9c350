import { type Alarm, alarmKinds } from '@kannwas/schema/pool/endpoints';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { minuteOf } from '../../ui/desk/dates.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Search } from '../../ui/desk/table/Search.tsx';
import styles from '../pool.module.css';
import { alarmsQuery } from '../queries.ts';

/** Questions that together look like an attempt to single somebody out, and what each kind of them means. */
export function AlarmsPage() {
  const { t } = useTranslation('pool');
  const heading = usePageTitle(t(($) => $.alarms.title));
  const alarms = useQuery(alarmsQuery(useSite().id));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.alarms.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.alarms.lead)}</p>
      <Loaded query={alarms}>{(found) => <List alarms={found} />}</Loaded>
    </>
  );
}

function List({ alarms }: { alarms: readonly Alarm[] }) {
  const { t } = useTranslation('pool');
  const [search, setSearch] = useState('');
  const columns = useColumns();
  if (alarms.length === 0) return <p>{t(($) => $.alarms.empty)}</p>;
  const wanted = search.trim().toLowerCase();
  const found = alarms.filter(({ kind, organisation, accounts }) =>
    [t(($) => $.alarms.kinds[kind].name), organisation, ...accounts].join(' ').toLowerCase().includes(wanted),
  );
  return (
    <>
      <div className={sheet.tools}>
        <Search label={t(($) => $.alarms.search)} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(($) => $.alarms.none, { search })}</p>
      ) : (
        <DeskTable
          caption={t(($) => $.alarms.title)}
          columns={columns}
          rows={found}
          keyOf={({ kind, at, organisation }) => `${kind}~${at}~${organisation}`}
          sorting={{ column: 'at', down: true }}
        />
      )}
      <Meanings kinds={alarmKinds.filter((kind) => found.some((alarm) => alarm.kind === kind))} />
    </>
  );
}

/** What each kind in the list means, in plain sentences. */
function Meanings({ kinds }: { kinds: readonly Alarm['kind'][] }) {
  const { t } = useTranslation('pool');
  return (
    <dl className={styles.meanings}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(($) => $.alarms.kinds[kind].name)}</dt>
          <dd>{t(($) => $.alarms.kinds[kind].text)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useColumns(): Column<Alarm>[] {
  const { t, i18n } = useTranslation('pool');
  const nameOf = ({ kind }: Alarm) => t(($) => $.alarms.kinds[kind].name);
  return [
    {
      name: 'kind',
      heading: t(($) => $.alarms.kind),
      cell: nameOf,
      sortBy: nameOf,
    },
    {
      name: 'organisation',
      heading: t(($) => $.alarms.organisation),
      cell: ({ organisation }) => organisation,
      sortBy: ({ organisation }) => organisation,
    },
    {
      name: 'accounts',
      heading: t(($) => $.alarms.accounts),
      cell: ({ accounts }) => accounts.join(', '),
      sortBy: ({ accounts }) => accounts.length,
    },
    {
      name: 'questions',
      heading: t(($) => $.alarms.questions),
      numeric: true,
      cell: ({ questions }) => questions.toLocaleString(i18n.language),
      sortBy: ({ questions }) => questions,
    },
    {
      name: 'at',
      heading: t(($) => $.alarms.at),
      cell: ({ at }) => minuteOf(at, i18n.language),
      sortBy: ({ at }) => at,
    },
  ];
}
