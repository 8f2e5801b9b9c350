import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markDocument, speak } from '../../app/texts.ts';
import { dress } from '../../ui/dress.ts';
import { Picture } from '../../ui/Picture.tsx';
import { writtenIn } from '../../ui/writing.ts';
import { addressOf, go, type Place } from '../address.ts';
import { SecondLanguage } from '../beside/SecondLanguage.tsx';
import { elsewhere, leave } from '../device/leave.ts';
import { isShared } from '../device/shared.ts';
import { keepLater } from '../offline/keep-later.ts';
import { startAnew } from '../offline/start-anew.ts';
import styles from './frame.module.css';
import { Link } from './Link.tsx';
import { useLanguage } from './use-language.ts';

/** The line above every page: back, language, code, and the quick way out. */
export function Bar({ place, back }: { place: Place; back?: string | undefined }) {
  const { t } = useTranslation('common');
  const leaveNow = (event: MouseEvent) => {
    event.preventDefault();
    leave();
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
        onClick={leaveNow}
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
    try {
      await speak(language);
    } catch {
      // Another version of the program may know where they are. What is said on a shared phone would be lost on the way.
      return navigator.onLine && !isShared() ? startAnew(addressOf(language, place)) : undefined;
    }
    markDocument(language);
    dress(language);
    keepLater(language);
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
