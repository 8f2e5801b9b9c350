import { mineTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';

/** Fetches the question whether everything is still true, with its words. */
export async function loadStill(language: Language) {
  const [texts, { StillTrue }] = await Promise.all([mineTexts(language), import('./StillTrue.tsx')]);
  i18next.addResourceBundle(language, 'mine', texts.default);
  return { language, StillTrue };
}
