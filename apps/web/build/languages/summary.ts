import type { Language } from '@kannwas/schema/codes';
import { newcomerFiles, textsIn } from './files.ts';
import { statesOf, textsOf } from './states.ts';

/** How far a language is. `texts` counts the English texts that newcomers meet; each is in one state or missing. */
export type Summary = {
  code: Language;
  texts: number;
  missing: number;
  machine: number;
  reviewed: number;
  outdated: number;
  /** Everyday occupations and task cards that have a name. */
  occupations: number;
  cards: number;
};

/** Sums up the states of a language's texts. */
export function summaryOf(code: Language): Summary {
  const theirs = newcomerFiles();
  const keys = [...textsOf('en').keys()].filter((key) => theirs.includes(key.split('.', 1)[0] ?? ''));
  const states = statesOf(code);
  const inState = (state: string) => keys.filter((key) => states.get(key) === state).length;
  const named = (file: string) =>
    new Set([...textsIn(code, file).keys()].map((key) => key.split('.', 1)[0])).size;
  return {
    code,
    texts: keys.length,
    missing: keys.filter((key) => !states.has(key)).length,
    machine: inState('machine'),
    reviewed: inState('reviewed'),
    outdated: inState('outdated'),
    occupations: named('occupations'),
    cards: named('cards'),
  };
}
