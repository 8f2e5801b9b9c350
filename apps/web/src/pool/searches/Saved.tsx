import { poolEndpoints, type SavedSearch } from '@kannwas/schema/pool/endpoints';
import type { Published } from '@kannwas/schema/pool/table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Confirm } from '../../ui/desk/form/Confirm.tsx';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { Count, heightOf } from '../../ui/desk/table/Count.tsx';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Search } from '../../ui/desk/table/Search.tsx';
import { savedQuery } from '../queries.ts';
import { questionOf } from '../question/question.ts';
import { usePoolWords } from '../question/words.ts';
import styles from './searches.module.css';

/** The searches that somebody keeps, with what changed since the state before. */
export function Saved() {
  const { t } = useTranslation('pool');
  const saved = useQuery(savedQuery(useSite().id));
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.saved.heading)}</h2>
      <Loaded query={saved}>{(searches) => <List searches={searches} />}</Loaded>
    </section>
  );
}

function List({ searches }: { searches: readonly SavedSearch[] }) {
  const { t } = useTranslation('pool');
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const { questionWords } = usePoolWords();
  const [search, setSearch] = useState('');
  const [leaving, setLeaving] = useState<SavedSearch>();
  const columns = useColumns(setLeaving);
  const forget = useMutation({
    mutationFn: (searchId: string) => call(poolEndpoints.forget, { params: { siteId, searchId } }),
    onSettled: () => client.invalidateQueries(savedQuery(siteId)),
  });
  const wanted = search.trim().toLowerCase();
  const found = searches.filter(({ name, question }) =>
    `${name} ${questionWords(questionOf(question))}`.toLowerCase().includes(wanted),
  );
  const changed = searches.filter((one) => one.changed).length;
  if (searches.length === 0) return <p>{t(($) => $.saved.empty)}</p>;
  return (
    <>
      <p>{changed > 0 ? t(($) => $.saved.changedSome, { count: changed }) : t(($) => $.saved.changedNone)}</p>
      {forget.error && <Problem error={forget.error} />}
      <div className={sheet.tools}>
        <Search label={t(($) => $.saved.search)} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(($) => $.saved.none, { search })}</p>
      ) : (
        <DeskTable
          caption={t(($) => $.saved.heading)}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          sorting={{ column: 'name', down: false }}
        />
      )}
      {leaving && (
        <Confirm
          question={t(($) => $.saved.forgetQuestion, { name: leaving.name })}
          yes={t(($) => $.saved.forget)}
          onYes={() => {
            forget.mutate(leaving.id);
            setLeaving(undefined);
          }}
          onNo={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}

function useColumns(onForget: (search: SavedSearch) => void): Column<SavedSearch>[] {
  const { t, i18n } = useTranslation('pool');
  const { id: siteId } = useSite();
  const { questionWords } = usePoolWords();
  // No number here is more than the "<10" of a table: fewer people than may be asked about.
  const written = (count: Published) =>
    count === null ? t(($) => $.words.tooFew) : count.toLocaleString(i18n.language);
  return [
    {
      name: 'name',
      heading: t(($) => $.saved.name),
      cell: ({ name, question }) => (
        <>
          <Link to="/$siteId/pool" params={{ siteId }} search={questionOf(question)}>
            {name}
          </Link>{' '}
          <small className={styles.words}>{questionWords(questionOf(question))}</small>
        </>
      ),
      sortBy: ({ name }) => name,
    },
    {
      name: 'total',
      heading: t(($) => $.saved.total),
      numeric: true,
      cell: ({ total }) => {
        if (total === undefined) return t(($) => $.saved.unknown);
        return total === null ? written(total) : <Count of={total} />;
      },
      sortBy: ({ total }) => (total === undefined ? -1 : heightOf(total)),
    },
    {
      name: 'changed',
      heading: t(($) => $.saved.since),
      cell: ({ changed, before }) => {
        if (before === undefined) return t(($) => $.saved.first);
        if (!changed) return t(($) => $.saved.same);
        return (
          <strong className={styles.changed}>{t(($) => $.saved.was, { before: written(before) })}</strong>
        );
      },
      sortBy: ({ changed }) => (changed ? 1 : 0),
    },
    {
      name: 'forget',
      heading: t(($) => $.saved.forget),
      cell: (search) => (
        <button
          type="button"
          aria-label={t(($) => $.saved.forgetOne, { name: search.name })}
          onClick={() => onForget(search)}
        >
          {t(($) => $.saved.forget)}
        </button>
      ),
    },
  ];
}
