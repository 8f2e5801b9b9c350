import type method from '@kannwas/catalogue/languages/en/method.json';
import { methodTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { speak } from '../../app/texts.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    method: typeof method;
  }
}

/** Says the method page in a language. Only the build does so: no phone ever loads these texts as script. */
export async function speakMethod(language: Language): Promise<void> {
  await speak(language);
  i18next.addResourceBundle(language, 'method', (await methodTexts(language)).default);
}
