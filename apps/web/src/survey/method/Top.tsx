import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { writtenIn } from '../../ui/writing.ts';
import { addressOf, methodAddress } from '../address.ts';
import { elsewhere } from '../device/leave.ts';
import { useLanguage } from '../frame/use-language.ts';

/** The line above a page without script, all of it links; `inLanguage` is its address in another language. */
export function Top({ inLanguage = methodAddress }: { inLanguage?: (language: Language) => string }) {
  const { t } = useTranslation(['common', 'method']);
  const current = useLanguage();
  return (
    <header className="bar">
      <a href={addressOf(current, { at: 'welcome' })} className="tool">
        <Picture of="controls/back" className="icon turns" />
        {t(($) => $.method.home)}
      </a>
      <details className="languages">
        <summary className="tool">
          <Picture of="controls/language" className="icon" />
          <span className="unseen">{t(($) => $.language)}: </span>
          {languages[current].name}
        </summary>
        <ul className="list">
          {languageCodes.map((language) => (
            <li key={language}>
              <a
                href={inLanguage(language)}
                {...writtenIn(language)}
                hrefLang={languages[language].locale}
                className="tool"
                aria-current={language === current ? 'page' : undefined}
              >
                {languages[language].name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <a href={elsewhere} rel="noreferrer" title={t(($) => $.leaveHint)} className="tool">
        <Picture of="controls/leave" className="icon turns" />
        {t(($) => $.leave)}
      </a>
    </header>
  );
}
