import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call, ProblemError } from '../app/call.ts';
import type { PoolSearch } from '../app/paths.ts';
import { mayAt, useSession, useSite } from '../app/session.ts';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { PoolAnswer } from './PoolAnswer.tsx';
import { PoolQuestion } from './PoolQuestion.tsx';
import { PoolSpread } from './PoolSpread.tsx';
import styles from './pool.module.css';

const route = getRouteApi('/$siteId/pool');

const askQuery = (siteId: string, question: PoolSearch) =>
  queryOptions({
    queryKey: ['pool', siteId, question],
    queryFn: ({ signal }) => call(poolEndpoints.ask, { params: { siteId }, querystring: question, signal }),
    placeholderData: keepPreviousData,
  });

/** Is there anybody? A question as a sentence, an answer as a sentence; the address holds the question. */
export function PoolPage() {
  const { t } = useTranslation('pool');
  const heading = usePageTitle(t(($) => $.title));
  const site = useSite();
  const question = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery(askQuery(site.id, question));
  const unpublished = answer.error instanceof ProblemError && answer.error.code === 'noSnapshotYet';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.lead)}</p>
      {unpublished ? (
        <BeforeFirst />
      ) : (
        <>
          <PoolQuestion question={question} onChange={(search) => void navigate({ search, replace: true })} />
          <Loaded query={answer}>
            {(table) => (
              <div aria-busy={answer.isPlaceholderData}>
                <PoolAnswer table={table} question={question} />
                <PoolSpread table={table} by={question.by} />
              </div>
            )}
          </Loaded>
        </>
      )}
    </>
  );
}

/** Before the first published state there is nothing to count, and the page says what will change that. */
function BeforeFirst() {
  const { t } = useTranslation('pool');
  const { me } = useSession();
  const { id: siteId } = useSite();
  return (
    <section className={styles.before}>
      <h2>{t(($) => $.before.heading)}</h2>
      <p>{t(($) => $.before.text)}</p>
      {mayAt(me, siteId, 'snapshot.publish') && (
        <Link to="/$siteId/publish" params={{ siteId }}>
          {t(($) => $.before.publish)}
        </Link>
      )}
    </section>
  );
}
