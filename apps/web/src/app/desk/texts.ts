import type desk from '@kannwas/catalogue/languages/en/desk.json';
import type gaps from '@kannwas/catalogue/languages/en/gaps.json';
import type interviews from '@kannwas/catalogue/languages/en/interviews.json';
import type languages from '@kannwas/catalogue/languages/en/languages.json';
import type offers from '@kannwas/catalogue/languages/en/offers.json';
import type pool from '@kannwas/catalogue/languages/en/pool.json';
import type problems from '@kannwas/catalogue/languages/en/problems.json';
import { staffTexts } from '@kannwas/catalogue/staff-texts';
import type { StaffLanguage } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

// English is the source: its keys are the keys, so that a missing English text does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: true;
  }
  interface ResourceNamespaceMap {
    desk: typeof desk;
    interviews: typeof interviews;
    pool: typeof pool;
    gaps: typeof gaps;
    offers: typeof offers;
    languages: typeof languages;
    problems: typeof problems;
  }
}

const choice = 'kannwas.desk.language';

/** Loads the texts of a language, the last one chosen in this browser by default, and speaks it from now on. */
export async function speakDesk(language: StaffLanguage = chosenLanguage()): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      fallbackLng: false,
      defaultNS: 'desk',
      resources: {},
      interpolation: { escapeValue: false },
    });
  }
  for (const { room, texts } of await staffTexts(language)) i18next.addResourceBundle(language, room, texts);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(choice, language);
}

function chosenLanguage(): StaffLanguage {
  return localStorage.getItem(choice) === 'en' ? 'en' : 'de';
}
