import type { Language } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';

/** The language in which the page is written now. `speak` sets no other than ours. */
export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}
