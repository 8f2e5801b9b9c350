import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from './pages.module.css';

/** An address that leads nowhere, with a way on. */
export function LostPage() {
  const { t } = useTranslation('survey');
  const home = addressOf(useLanguage(), { at: 'welcome' });
  return (
    <Frame place={{ at: 'lost' }} title={t(($) => $.lost.heading)}>
      <Picture of="availability/lost" className={styles.art} />
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.lost.heading)}
      </h1>
      <p>{t(($) => $.lost.text)}</p>
      <div className={styles.actions}>
        <Link to={home} className={styles.go}>
          {t(($) => $.lost.home)}
        </Link>
      </div>
    </Frame>
  );
}
