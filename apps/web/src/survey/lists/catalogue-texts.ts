import type { CatalogueTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';

/** The texts of the catalogue in a language. Where each file lies is a list that nobody needs before the first question. */
export async function catalogueTexts(language: Language): Promise<CatalogueTexts> {
  const { texts } = await import('@kannwas/catalogue/texts');
  return texts[language];
}
