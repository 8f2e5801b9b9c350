import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markDocument, speak } from '../../app/texts.ts';
import { dress } from '../../ui/dress.ts';
import { Picture } from '../../ui/Picture.tsx';
import { writtenIn } from '../../ui/writing.ts';
import { addressOf, go, type Place } from '../address.ts';
import { SecondLanguage } from '../beside/SecondLanguage.tsx';
import styles from './frame.module.css';
import { Link } from './Link.tsx';
import { useLanguage } from './use-language.ts';

/** Somewhere harmless that opens fast and tells nothing. */
export const elsewhere = 'https://www.dwd.de/';

/** The line above every page: back, language, code, and the quick way out. */
export function Bar({ place, back }: { place: Place; back?: string | undefined }) {
  const { t } = useTranslation('common');
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    // Replaced, so that "back" in the browser does not lead here again.
    location.replace(elsewhere);
  };
  return (
    <div className={styles.bar}>
      {back && (
        <Link to={back} className={styles.tool}>
          <Picture of="controls/back" className={`${styles.icon} ${styles.turns}`} />
          {t(($) => $.back)}
        </Link>
      )}
      <Languages place={place} />
      <SecondLanguage />
      <a
        href={elsewhere}
        rel="noreferrer"
        title={t(($) => $.leaveHint)}
        className={styles.tool}
        onClick={leave}
      >
        <Picture of="controls/leave" className={`${styles.icon} ${styles.turns}`} />
        {t(($) => $.leave)}
      </a>
    </div>
  );
}

function Languages({ place }: { place: Place }) {
  const { t } = useTranslation('common');
  const current = useLanguage();
  const menu = useRef<HTMLDetailsElement>(null);
  const change = async (event: MouseEvent, language: Language) => {
    event.preventDefault();
    await speak(language);
    markDocument(language);
    dress(language);
    go(addressOf(language, place), 'replace');
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <details className={styles.languages} ref={menu}>
      <summary className={styles.tool}>
        <Picture of="controls/language" className={styles.icon} />
        <span className="unseen">{t(($) => $.language)}: </span>
        {languages[current].name}
      </summary>
      <ul className={styles.list}>
        {languageCodes.map((language) => (
          <li key={language}>
            <a
              href={addressOf(language, place)}
              {...writtenIn(language)}
              className={styles.tool}
              aria-current={language === current ? 'true' : undefined}
              onClick={(event) => void change(event, language)}
            >
              {languages[language].name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
