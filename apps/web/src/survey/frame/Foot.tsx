import { useTranslation } from 'react-i18next';
import { addressOf } from '../address.ts';
import styles from './frame.module.css';
import { Link } from './Link.tsx';
import { useLanguage } from './use-language.ts';

/** What the law wants within reach of every page. */
export function Foot() {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  return (
    <nav className={styles.foot}>
      {(['privacy', 'accessibility'] as const).map((at) => (
        <Link key={at} to={addressOf(language, { at })} className={styles.tool}>
          {t(($) => $.form[at])}
        </Link>
      ))}
    </nav>
  );
}
