import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/desk/LanguageSwitch.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { Notice } from '../../ui/desk/Notice.tsx';
import { places } from '../paths.ts';
import { mayAt, rolesAt, SiteContext, sitesQuery, useSession } from '../session.ts';
import styles from './shell.module.css';

/** The frame of every page of a site: the site, its places, the language, the account. */
export function SiteShell() {
  const { t } = useTranslation('desk');
  const { siteId } = useParams({ from: '/$siteId' });
  const { me, signOut } = useSession();
  const sites = useQuery(sitesQuery);
  const mine = sites.data?.filter(({ id }) => rolesAt(me, id).length > 0) ?? [];
  const site = mine.find(({ id }) => id === siteId);
  const open = places.filter(({ right }) => mayAt(me, siteId, right));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t(($) => $.skip)}
      </a>
      <header className={styles.top}>
        <p className={styles.site}>
          <strong>{t(($) => $.product)}</strong> <span>{site?.name}</span>
          {mine.length > 1 && <Link to="/">{t(($) => $.site.others)}</Link>}
        </p>
        <LanguageSwitch />
        <p className={styles.account}>
          <span title={me.email}>{t(($) => $.account.signedInAs, { name: me.name })}</span>
          <button type="button" onClick={signOut}>
            {t(($) => $.account.signOut)}
          </button>
        </p>
      </header>
      <nav className={styles.places} aria-label={t(($) => $.places.label)}>
        <ul>
          {open.map(({ to, name }) => (
            <li key={name}>
              <Link to={to} params={{ siteId }} search={{}}>
                {t(($) => $.places[name])}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main className={styles.page} id="content" tabIndex={-1}>
        {site?.demo && <p className={styles.demo}>{t(($) => $.demo)}</p>}
        <Loaded query={sites}>
          {() =>
            site ? (
              <SiteContext value={site}>
                <Outlet />
              </SiteContext>
            ) : (
              <Notice title={t(($) => $.site.unknown)}>
                <Link to="/">{t(($) => $.state.toStart)}</Link>
              </Notice>
            )
          }
        </Loaded>
      </main>
    </div>
  );
}
