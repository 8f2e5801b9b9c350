import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { speakPassport } from './texts.ts';

/** The way to the passport; the page itself comes when somebody wants it. */
export function Passport() {
  const { t } = useTranslation(['common', 'problems']);
  const language = useLanguage();
  const load = useCallback(async () => {
    await speakPassport(language);
    return import('./PassportPage.tsx');
  }, [language]);
  const loaded = useLoaded(load);
  if (loaded.state === 'loaded') return <loaded.value.PassportPage />;
  const title = t(($) => $.opening);
  return (
    <Frame place={{ at: 'passport' }} title={title} back={addressOf(language, { at: 'done' })}>
      <h1 tabIndex={-1} className={styles.heading}>
        {loaded.state === 'loading' ? title : t(($) => $.problems.unreachable)}
      </h1>
      {loaded.state === 'failed' && (
        <button type="button" className={styles.go} onClick={loaded.retry}>
          {t(($) => $.tryAgain)}
        </button>
      )}
    </Frame>
  );
}
