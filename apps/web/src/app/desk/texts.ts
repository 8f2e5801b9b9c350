import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type desk from '../../locales/en/desk.json';
import type gaps from '../../locales/en/gaps.json';
import type interviews from '../../locales/en/interviews.json';
import type pool from '../../locales/en/pool.json';
import type problems from '../../locales/en/problems.json';

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
    problems: typeof problems;
  }
}

/** The languages of the staff's rooms; German comes first because most of them work in German. */
export const deskLanguages = ['de', 'en'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

const rooms = ['desk', 'interviews', 'pool', 'gaps', 'problems'] as const;
const files = import.meta.glob<Record<string, unknown>>(
  '../../locales/{de,en}/{desk,interviews,pool,gaps,problems}.json',
  { import: 'default' },
);
const choice = 'kannwas.desk.language';

/** Loads the texts of a language, the last one chosen in this browser by default, and speaks it from now on. */
export async function speakDesk(language: DeskLanguage = chosenLanguage()): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      fallbackLng: false,
      defaultNS: 'desk',
      resources: {},
      interpolation: { escapeValue: false },
    });
  }
  const loaded = await Promise.all(rooms.map((room) => files[`../../locales/${language}/${room}.json`]?.()));
  rooms.forEach((room, place) => {
    i18next.addResourceBundle(language, room, loaded[place]);
  });
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(choice, language);
}

function chosenLanguage(): DeskLanguage {
  return localStorage.getItem(choice) === 'en' ? 'en' : 'de';
}
