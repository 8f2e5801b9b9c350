import type mine from '@kannwas/catalogue/languages/en/mine.json';
import { mineTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    mine: typeof mine;
  }
}

/** Loads the words of the pages about one's own data. Throws when they cannot be loaded. */
export async function readMineTexts(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'mine')) return;
  i18next.addResourceBundle(language, 'mine', (await mineTexts(language)).default);
}
