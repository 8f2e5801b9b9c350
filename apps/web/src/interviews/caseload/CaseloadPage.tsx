import { type CaseloadQuery, caseFilters, interviewsEndpoints } from '@kannwas/schema/interviews';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { useRested } from '../../ui/desk/table/rested.ts';
import { Search } from '../../ui/desk/table/Search.tsx';
import { CaseTable } from './CaseTable.tsx';
import styles from './caseload.module.css';

const route = getRouteApi('/$siteId/caseload');

const caseloadQuery = (siteId: string, question: Pick<CaseloadQuery, 'filter' | 'search'>) =>
  infiniteQueryOptions({
    queryKey: ['caseload', siteId, question],
    queryFn: ({ pageParam: after, signal }) =>
      call(interviewsEndpoints.list, {
        params: { siteId },
        querystring: { ...question, ...(after !== null && { after }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ more }) => more,
    placeholderData: keepPreviousData,
  });

/** Everybody of the site who answers: found by call name or year, opened by keyboard. */
export function CaseloadPage() {
  const { t } = useTranslation('interviews');
  const { t: desk } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.caseload.title));
  const { id: siteId } = useSite();
  const { filter = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  // Names of people stay out of the address: it is kept in the history of the browser.
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const caseload = useInfiniteQuery(caseloadQuery(siteId, { filter, search: asked }));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.caseload.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.caseload.lead)}</p>
      <div className={styles.tools}>
        <Search label={t(($) => $.caseload.search)} value={search} onChange={setSearch} />
        <fieldset className={styles.filters}>
          <legend>{t(($) => $.caseload.filter)}</legend>
          {caseFilters.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="filter"
                checked={filter === one}
                onChange={() => void navigate({ search: { filter: one }, replace: true })}
              />
              {t(($) => $.caseload.filters[one])}
            </label>
          ))}
        </fieldset>
      </div>
      <Loaded query={caseload}>
        {({ pages }) => {
          const cases = pages.flatMap((page) => page.cases);
          if (cases.length === 0) {
            return asked === '' && filter === 'all' ? (
              <>
                <p role="status">{t(($) => $.caseload.empty)}</p>
                <p>{t(($) => $.caseload.emptyHint)}</p>
              </>
            ) : (
              <p role="status">
                {t(($) => $.caseload.none)}{' '}
                <Link to="/$siteId/caseload" params={{ siteId }} search={{}} onClick={() => setSearch('')}>
                  {t(($) => $.caseload.showAll)}
                </Link>
              </p>
            );
          }
          return (
            <>
              <CaseTable cases={cases} busy={caseload.isPlaceholderData} />
              <p role="status">{t(($) => $.caseload.shown, { count: cases.length })}</p>
              {caseload.isFetchNextPageError && <Problem error={caseload.error} />}
              {caseload.hasNextPage && (
                <button
                  type="button"
                  aria-disabled={caseload.isFetchingNextPage}
                  onClick={() => void caseload.fetchNextPage()}
                >
                  {caseload.isFetchingNextPage
                    ? desk(($) => $.action.loadingMore)
                    : desk(($) => $.action.more)}
                </button>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
