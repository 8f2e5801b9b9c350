import type phone from '@kannwas/catalogue/languages/en/phone.json';
import { phoneTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    phone: typeof phone;
  }
}

/** Loads what is said about this phone, files, and cards. Throws when it cannot be loaded. */
export async function readPhoneTexts(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'phone')) return;
  i18next.addResourceBundle(language, 'phone', (await phoneTexts(language)).default);
}
