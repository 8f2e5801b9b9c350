import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesAt, sitesQuery, useSession } from '../app/session.ts';
import { LanguageSwitch } from '../ui/desk/LanguageSwitch.tsx';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { Search } from '../ui/desk/table/Search.tsx';
import styles from './accounts.module.css';

/** Where one begins: with one site at that site, with several at the list of them. */
export function SitesPage() {
  const { t } = useTranslation('desk');
  const { me, signOut } = useSession();
  const heading = usePageTitle(t(($) => $.site.choose));
  const [search, setSearch] = useState('');
  const sites = useQuery(sitesQuery);
  const mine = sites.data?.filter(({ id }) => rolesAt(me, id).length > 0) ?? [];
  const [only] = mine;
  if (only && mine.length === 1) return <Navigate to="/$siteId" params={{ siteId: only.id }} replace />;

  const found = mine.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <div className={styles.door}>
      <header>
        <strong>{t(($) => $.product)}</strong>
        <LanguageSwitch />
        <button type="button" onClick={signOut}>
          {t(($) => $.account.signOut)}
        </button>
      </header>
      <main id="content">
        <h1 ref={heading} tabIndex={-1}>
          {t(($) => $.site.choose)}
        </h1>
        <Loaded query={sites}>
          {() =>
            mine.length === 0 ? (
              <p>{t(($) => $.site.none)}</p>
            ) : (
              <>
                <p>{t(($) => $.site.chooseHint)}</p>
                <Search label={t(($) => $.site.search)} value={search} onChange={setSearch} />
                <ul className={styles.sites}>
                  {found.map(({ id, name }) => (
                    <li key={id}>
                      <Link to="/$siteId" params={{ siteId: id }}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
                {found.length === 0 && <p role="status">{t(($) => $.site.noMatch, { search })}</p>}
              </>
            )
          }
        </Loaded>
      </main>
    </div>
  );
}
