import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../ui/use-loaded.ts';
import cards from './cards.module.css';
import { ErrorText } from './ErrorText.tsx';
import styles from './inputs.module.css';

/** What stands in the place of a list that is not here yet, or could not be fetched: words and a way on. */
export function ListTrouble({ loaded, children }: { loaded: Loaded<unknown>; children?: ReactNode }) {
  const { t } = useTranslation(['survey', 'common']);
  if (loaded.state !== 'failed') return <p role="status">{t(($) => $.common.opening)}</p>;
  return (
    <div className={cards.cards}>
      <ErrorText id="list-trouble">{t(($) => $.form.loadingFailed)}</ErrorText>
      <button type="button" className={styles.more} onClick={loaded.retry}>
        {t(($) => $.common.tryAgain)}
      </button>
      {children}
    </div>
  );
}
