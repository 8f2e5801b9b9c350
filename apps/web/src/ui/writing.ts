import { type Language, languages } from '@kannwas/schema/codes';

/** What an element says about the language of its words: voice, direction, typeface, and height of lines follow. */
export function writtenIn(language: Language) {
  const { locale, dir, script } = languages[language];
  return { lang: locale, dir, 'data-script': script } as const;
}
