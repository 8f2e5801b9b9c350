import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { speak } from '../../app/texts.ts';
import type method from '../../locales/en/method.json';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    method: typeof method;
  }
}

const files = import.meta.glob<object>('../../locales/*/method.json', { import: 'default' });

/** Says the method page in a language. Only the build does so: no phone ever loads these texts as script. */
export async function speakMethod(language: Language): Promise<void> {
  await speak(language);
  const texts = await files[`../../locales/${language}/method.json`]?.();
  if (!texts) throw new Error(`There is no method page in ${language}`);
  i18next.addResourceBundle(language, 'method', texts);
}
