import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';

/** A page about one's own data, as soon as it and its words are here. */
export function Later({ at }: { at: 'my-data' | 'erase' }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => (await import('./load.ts')).loadMine(language), [language]),
  );
  if (loaded.state === 'loaded' && loaded.value.language === language) {
    const Page = loaded.value.pages[at];
    return <Page />;
  }
  return (
    <Frame place={{ at }} title={t(($) => $.myData)}>
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.myData)}
      </h1>
      <ListTrouble loaded={loaded} />
    </Frame>
  );
}
