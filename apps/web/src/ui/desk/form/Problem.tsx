import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../app/call.ts';
import styles from '../desk.module.css';

/** The sentence for what went wrong, and a way to try again where that makes sense. */
export function Problem({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation('desk');
  // The dialog above the page asks to sign in again; after that the sentence would be wrong.
  if (error instanceof ProblemError && error.code === 'signInNeeded') return null;
  return (
    <div className={styles.problem} role="alert">
      <p>
        <ProblemSentence error={error} />
      </p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {t(($) => $.state.retry)}
        </button>
      )}
    </div>
  );
}

/** What the API refused, in the reader's words; a call that never arrived says so. */
export function ProblemSentence({ error }: { error: Error }) {
  const { t } = useTranslation('problems');
  const code = error instanceof ProblemError ? error.code : 'unreachable';
  return <>{t(($) => $[code])}</>;
}
