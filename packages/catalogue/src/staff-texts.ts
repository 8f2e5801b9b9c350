import type { StaffLanguage } from '@kannwas/schema/codes';
import type wordsInEnglish from './languages/en/pool-words.json';

/** Short names of the pool's dimensions and their codes, as they stand in the heads and rows of tables. */
export type PoolWords = typeof wordsInEnglish;

/** The words of the files that the pool gives. */
export function poolWords(language: StaffLanguage): Promise<{ readonly default: PoolWords }> {
  return import(`./languages/${language}/pool-words.json`, { with: { type: 'json' } });
}

type Load = (language: StaffLanguage) => Promise<{ readonly default: object }>;

/** The texts of the staff's rooms. */
const rooms: Readonly<Record<string, Load>> = {
  desk: (language) => import(`./languages/${language}/desk.json`, { with: { type: 'json' } }),
  interviews: (language) => import(`./languages/${language}/interviews.json`, { with: { type: 'json' } }),
  pool: (language) => import(`./languages/${language}/pool.json`, { with: { type: 'json' } }),
  languages: (language) => import(`./languages/${language}/languages.json`, { with: { type: 'json' } }),
  gaps: (language) => import(`./languages/${language}/gaps.json`, { with: { type: 'json' } }),
  offers: (language) => import(`./languages/${language}/offers.json`, { with: { type: 'json' } }),
  problems: (language) => import(`./languages/${language}/problems.json`, { with: { type: 'json' } }),
};

/** What is said in every room of the staff, room by room. */
export function staffTexts(language: StaffLanguage): Promise<{ room: string; texts: object }[]> {
  return Promise.all(
    Object.entries(rooms).map(async ([room, load]) => ({ room, texts: (await load(language)).default })),
  );
}
