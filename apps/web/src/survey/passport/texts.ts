import type passport from '@kannwas/catalogue/languages/en/passport.json';
import { passportTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    passport: typeof passport;
  }
}

/** Says the room of the passport in a language. Throws when its texts cannot be loaded. */
export async function speakPassport(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'passport', (await passportTexts(language)).default);
}
