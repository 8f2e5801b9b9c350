import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './desk.module.css';
import { Problem } from './form/Problem.tsx';

type Props<T> = { query: UseQueryResult<T, Error>; children: (loaded: T) => ReactNode };

/** Shows what a query found; before that that it is on its way, and when it failed why, and a way to try again. */
export function Loaded<T>({ query, children }: Props<T>) {
  const { t } = useTranslation('desk');
  const retry = () => void query.refetch();
  const loading = (
    <p className={styles.loading} role="status">
      {t(($) => $.state.loading)}
    </p>
  );
  if (query.data === undefined) {
    return query.error ? <Problem error={query.error} onRetry={retry} /> : loading;
  }
  return (
    <>
      {query.isRefetchError && (
        <div className={styles.stale}>
          <p>{t(($) => $.state.stale)}</p>
          <Problem error={query.error} onRetry={retry} />
        </div>
      )}
      {/* Names that are still on their way hide only this part, and the heading keeps its focus. */}
      <Suspense fallback={loading}>{children(query.data)}</Suspense>
    </>
  );
}
