import { accountsEndpoints, type Token } from '@kannwas/schema/accounts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import { dayOf, minuteOf } from '../../ui/desk/dates.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Confirm } from '../../ui/desk/form/Confirm.tsx';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Search } from '../../ui/desk/table/Search.tsx';
import { NewToken } from './NewToken.tsx';
import styles from './tokens.module.css';

const tokensQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['tokens', siteId],
    queryFn: async ({ signal }) =>
      (await call(accountsEndpoints.listTokens, { params: { siteId }, signal })).tokens,
  });

/** The tokens by which other systems ask in the name of the own organisation. */
export function TokensPage() {
  const { t } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.tokens.title));
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const tokens = useQuery(tokensQuery(siteId));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.tokens.title)}
      </h1>
      <p className={styles.lead}>
        {t(($) => $.tokens.lead)} <a href="/api/docs">{t(($) => $.tokens.docs)}</a>
      </p>
      <section className={styles.part}>
        <h2>{t(($) => $.tokens.list)}</h2>
        <Loaded query={tokens}>{(valid) => <List tokens={valid} />}</Loaded>
      </section>
      <NewToken onMade={() => client.invalidateQueries(tokensQuery(siteId))} />
    </>
  );
}

function List({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const [search, setSearch] = useState('');
  const [ending, setEnding] = useState<Token>();
  const columns = useColumns(setEnding);
  const revoke = useMutation({
    mutationFn: (tokenId: string) => call(accountsEndpoints.revokeToken, { params: { siteId, tokenId } }),
    onSettled: () => client.invalidateQueries(tokensQuery(siteId)),
  });
  if (tokens.length === 0) return <p>{t(($) => $.tokens.empty)}</p>;
  const wanted = search.trim().toLowerCase();
  const found = tokens.filter(({ name, createdBy }) => `${name} ${createdBy}`.toLowerCase().includes(wanted));
  return (
    <>
      {revoke.error && <Problem error={revoke.error} />}
      <div className={sheet.tools}>
        <Search label={t(($) => $.tokens.search)} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(($) => $.tokens.none, { search })}</p>
      ) : (
        <DeskTable
          caption={t(($) => $.tokens.list)}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          sorting={{ column: 'createdAt', down: true }}
        />
      )}
      {ending && (
        <Confirm
          question={t(($) => $.tokens.revokeQuestion, { name: ending.name })}
          yes={t(($) => $.tokens.revoke)}
          onYes={() => {
            revoke.mutate(ending.id);
            setEnding(undefined);
          }}
          onNo={() => setEnding(undefined)}
        />
      )}
    </>
  );
}

function useColumns(onRevoke: (token: Token) => void): Column<Token>[] {
  const { t, i18n } = useTranslation('desk');
  return [
    {
      name: 'name',
      heading: t(($) => $.tokens.name),
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      name: 'createdBy',
      heading: t(($) => $.tokens.by),
      cell: ({ createdBy }) => createdBy,
      sortBy: ({ createdBy }) => createdBy,
    },
    {
      name: 'createdAt',
      heading: t(($) => $.tokens.createdAt),
      cell: ({ createdAt }) => dayOf(createdAt, i18n.language),
      sortBy: ({ createdAt }) => createdAt,
    },
    {
      name: 'expiresAt',
      heading: t(($) => $.tokens.expiresAt),
      cell: ({ expiresAt }) => dayOf(expiresAt, i18n.language),
      sortBy: ({ expiresAt }) => expiresAt,
    },
    {
      name: 'lastUsedAt',
      heading: t(($) => $.tokens.lastUsedAt),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t(($) => $.tokens.never) : minuteOf(lastUsedAt, i18n.language),
      sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
    },
    {
      name: 'revoke',
      heading: t(($) => $.tokens.revoke),
      cell: (token) => (
        <button
          type="button"
          aria-label={t(($) => $.tokens.revokeOne, { name: token.name })}
          onClick={() => onRevoke(token)}
        >
          {t(($) => $.tokens.revoke)}
        </button>
      ),
    },
  ];
}
