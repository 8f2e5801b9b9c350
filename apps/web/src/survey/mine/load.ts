import type mine from '@kannwas/catalogue/languages/en/mine.json';
import { mineTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    mine: typeof mine;
  }
}

/** Fetches the pages about one's own data with their words; nobody needs either before the first question. */
export async function loadMine(language: Language) {
  const [texts, { MyDataPage }, { ErasePage }] = await Promise.all([
    mineTexts(language),
    import('./MyDataPage.tsx'),
    import('./ErasePage.tsx'),
  ]);
  i18next.addResourceBundle(language, 'mine', texts.default);
  return { language, pages: { 'my-data': MyDataPage, erase: ErasePage } };
}
