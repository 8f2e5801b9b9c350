import { firstUnreached } from '@kannwas/schema/survey/journey';
import { useTranslation } from 'react-i18next';
import { addressOf, go, placeOfVisit } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { phone, usePhone } from '../phone/phone.ts';
import { chooseSite } from '../phone/response.ts';
import styles from './pages.module.css';

/** When an instance serves several places, the person says once which one is theirs. */
export function SitePage() {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { sites } = usePhone();
  const choose = async (siteId: string) => {
    await chooseSite(siteId);
    const next = firstUnreached(phone().folded.answers);
    go(addressOf(language, placeOfVisit(next)));
  };
  return (
    <Frame
      place={{ at: 'site' }}
      title={t(($) => $.site.heading)}
      back={addressOf(language, { at: 'welcome' })}
    >
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.site.heading)}
      </h1>
      <ul className={styles.facts}>
        {sites.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.other} onClick={() => void choose(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
