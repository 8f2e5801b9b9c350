import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from '../address.ts';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { readRoom } from '../rooms.ts';

/** Leads to the passport from wherever somebody has handed in. Its words come a moment later than the page. */
export function PassportLink() {
  const { t } = useTranslation('passport');
  const language = useLanguage();
  const load = useCallback(() => readRoom('passport', language), [language]);
  if (useLoaded(load).state !== 'loaded') return null;
  return (
    <Link to={addressOf(language, { at: 'passport' })} className={styles.go}>
      <Picture of="start/consentResult" className={styles.icon} />
      {t(($) => $.page.heading)}
    </Link>
  );
}
