import { translations } from 'virtual:translations';
import { type Language, languages, staffLanguages } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../app/desk/names.ts';

/** Says to staff that no native speaker has checked the texts which the person read; nothing once all are checked. */
export function Unreviewed({ language }: { language: Language }) {
  const { t, i18n } = useTranslation('desk');
  const names = useNames();
  const { texts, reviewed } = translations[language];
  // What staff read themselves needs no warning.
  const readable: readonly Language[] = staffLanguages;
  if (reviewed === texts || readable.includes(language)) return null;
  return (
    <p>
      {t(($) => $.translations.unreviewed, {
        language: names.language(languages[language].spoken),
        reviewed: reviewed.toLocaleString(i18n.language),
        texts: texts.toLocaleString(i18n.language),
      })}
    </p>
  );
}
