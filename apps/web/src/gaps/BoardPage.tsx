import type { CoverageRow } from '@kannwas/schema/gaps';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../app/call.ts';
import { useSite } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { Count } from '../ui/desk/table/Count.tsx';
import { Coverage } from './Coverage.tsx';
import { GapTable } from './GapTable.tsx';
import styles from './gaps.module.css';
import { Publish } from './Publish.tsx';
import { coverageQuery, gapsQuery } from './queries.ts';
import { shareOf } from './words.ts';

/** One screen: how many have been asked, what is missing, and as of when. Printed, it is a handout. */
export function BoardPage() {
  const { t, i18n } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.board.title));
  const { id: siteId } = useSite();
  const coverage = useQuery(coverageQuery(siteId));
  const gaps = useQuery(gapsQuery(siteId));
  const unpublished = coverage.error instanceof ProblemError && coverage.error.code === 'noSnapshotYet';
  return (
    <>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t(($) => $.board.title)}
        </h1>
        <button type="button" onClick={() => print()}>
          {desk(($) => $.action.print)}
        </button>
      </div>
      <p className={styles.lead}>{t(($) => $.board.lead)}</p>
      {unpublished ? (
        <section>
          <h2>{t(($) => $.board.beforeHeading)}</h2>
          <p>{t(($) => $.board.before)}</p>
        </section>
      ) : (
        <>
          <Loaded query={coverage}>
            {({ epoch, places, rows }) => (
              <>
                <Headline whole={rows.find(({ place }) => place === null)} />
                <p className={styles.stated}>
                  {desk(($) => $.epoch, {
                    epoch: epoch.epoch,
                    date: dayOf(epoch.publishedAt, i18n.language),
                  })}
                </p>
                <Coverage rows={rows} places={places} />
              </>
            )}
          </Loaded>
          <Loaded query={gaps}>{({ rows, places }) => <GapTable rows={rows} places={places} />}</Loaded>
        </>
      )}
      <Publish />
    </>
  );
}

/** The number nobody else computes: what share of the newcomers here has been asked. */
function Headline({ whole }: { whole: CoverageRow | undefined }) {
  const { t, i18n } = useTranslation('gaps');
  const { id: siteId } = useSite();
  if (!whole) return null;
  const { asked, registered, share } = whole;
  return (
    <p className={styles.headline}>
      <strong>
        <Count of={asked} />
      </strong>{' '}
      {registered !== null && share !== null ? (
        t(($) => $.board.headlineOf, {
          registered: registered.toLocaleString(i18n.language),
          share: shareOf(share, i18n.language),
        })
      ) : (
        <>
          {t(($) => $.board.headlineUnknown)}{' '}
          <Link to="/$siteId/registered" params={{ siteId }}>
            {t(($) => $.coverage.edit)}
          </Link>
        </>
      )}
    </p>
  );
}
