import type { Language } from '@kannwas/schema/codes';
import type wordsInEnglish from './pool-words/en.json';

/** Short names of the pool's dimensions and their codes, as they stand in the heads and rows of tables. */
export type PoolWords = typeof wordsInEnglish;

/** In the languages of staff. */
export const poolWords = {
  de: () => import('./pool-words/de.json', { with: { type: 'json' } }),
  en: () => import('./pool-words/en.json', { with: { type: 'json' } }),
} as const satisfies Partial<Record<Language, () => Promise<{ readonly default: PoolWords }>>>;
