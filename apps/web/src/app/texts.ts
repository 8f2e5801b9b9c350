import { newcomerTexts } from 'virtual:newcomer-texts';
import type common from '@kannwas/catalogue/languages/en/common.json';
import type problems from '@kannwas/catalogue/languages/en/problems.json';
import type survey from '@kannwas/catalogue/languages/en/survey.json';
import type { Language } from '@kannwas/schema/codes';
import { languages } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { writtenIn } from '../ui/writing.ts';

// English is the source: its keys are the keys, so that a missing English text does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: true;
  }
  interface ResourceNamespaceMap {
    common: typeof common;
    problems: typeof problems;
    survey: typeof survey;
  }
}

/** Loads the texts of a language; from now on everything is said in it. Throws when they cannot be loaded. */
export async function speak(language: Language): Promise<void> {
  if (i18next.isInitialized) {
    await alsoRead(language);
    await i18next.changeLanguage(language);
    return;
  }
  const { common, problems, survey } = await newcomerTexts[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'survey',
    resources: { [language]: { common, problems, survey } },
    // Codes are ours: `de-easy` is neither `de` nor `de-Easy`.
    load: 'currentOnly',
    lowerCaseLng: true,
    // React escapes; twice would show &amp; to people.
    interpolation: { escapeValue: false },
  });
  findPluralsByLocale();
}

/** Loads the texts of one more language; nothing is said in it yet. Throws when they cannot be loaded. */
export async function alsoRead(language: Language): Promise<void> {
  const { common, problems, survey } = await newcomerTexts[language]();
  for (const [room, texts] of Object.entries({ common, problems, survey })) {
    i18next.addResourceBundle(language, room, texts);
  }
}

/** Browsers find plural forms by the locale of a language; its code they may not know. */
function findPluralsByLocale(): void {
  const { pluralResolver } = i18next.services;
  const byLocale = pluralResolver.getRule.bind(pluralResolver);
  pluralResolver.getRule = (language: Language, options: object) =>
    byLocale(languages[language].locale, options);
}

/** Writes language and direction on the document: screen readers, fonts, and layout follow. */
export function markDocument(language: Language): void {
  for (const [name, value] of Object.entries(writtenIn(language)))
    document.documentElement.setAttribute(name, value);
}
