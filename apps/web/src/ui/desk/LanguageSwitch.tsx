import { languages, staffLanguages } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';
import { speakDesk } from '../../app/desk/texts.ts';
import styles from './desk.module.css';

/** Both languages of the desk by their own names; the choice stays in this browser. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('desk');
  return (
    <fieldset className={styles.switch}>
      <legend className="unseen">{t(($) => $.language)}</legend>
      {staffLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void speakDesk(language)}
        >
          {languages[language].name}
        </button>
      ))}
    </fieldset>
  );
}
