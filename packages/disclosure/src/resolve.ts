import { type Answer, answerCell, type Source } from './answer.ts';
import { isUnchanged, keepsAnswer } from './carry.ts';
import { type Cell, canonical, withoutFacts } from './cell.ts';

/** The latest answer of a cell in an earlier epoch, and the epoch whose people it was made from. */
export type Previous = { answer: Answer; baseEpoch: number; gone: number };

/** What is published of a cell in one epoch. */
export type PublishedCell = {
  cell: Cell;
  /** The canonical text. */
  text: string;
  answer: Answer;
  /** The epoch whose people the answer was made from, or who are the same as those. */
  baseEpoch: number;
};

const withheld: Answer = { count: null, isBase: false };

export type Resolving = Omit<Source, 'published'> & {
  epoch: number;
  /** What this epoch published already: it stands, also when somebody was erased from the epoch since. */
  stored: (text: string) => Pick<PublishedCell, 'answer' | 'baseEpoch'> | undefined;
  /** What earlier epochs published last; it never changes while this epoch lasts. */
  previous: (text: string) => Previous | undefined;
  /** How many people of a cell without facts, in the base or now, are not in both epochs as they were. */
  changed: (cell: Cell, baseEpoch: number) => number;
};

/**
 * Makes the function that tells what is published of any cell in one epoch.
 *
 * It depends on the people of the epoch, the keys, and the answers of earlier epochs, and on nothing else: any number
 * of processes agree without talking, and the order of questions makes no difference. A cell that was never asked
 * about counts as published empty, so it stays withheld until τ people are in it.
 */
export function makeResolver(given: Resolving): (cell: Cell) => PublishedCell {
  const known = new Map<string, PublishedCell>();
  const source: Source = { ...given, published: (cell) => resolve(cell).answer };

  function resolve(cell: Cell): PublishedCell {
    const text = canonical(given.population, cell);
    const already = known.get(text);
    if (already) return already;
    const stored = given.stored(text);
    const made = stored ? { cell, text, ...stored } : (carried(cell, text) ?? afresh(cell, text));
    known.set(text, made);
    return made;
  }

  function afresh(cell: Cell, text: string): PublishedCell {
    return { cell, text, answer: answerCell(cell, source), baseEpoch: given.epoch };
  }

  function carried(cell: Cell, text: string): PublishedCell | undefined {
    if (!given.rules.layers.hysteresis) return undefined;
    const previous = given.previous(text);
    if (!previous) {
      const isSmall = given.count(cell) < given.rules.tau(text);
      return isSmall ? { cell, text, answer: withheld, baseEpoch: given.epoch } : undefined;
    }
    const { answer, baseEpoch, gone } = previous;
    const around = withoutFacts(cell);
    const since = {
      people: given.count(around),
      changed: given.changed(around, baseEpoch),
      gone,
      tau: given.rules.tau(canonical(given.population, around)),
      epochsSinceBase: given.epoch - baseEpoch,
    };
    if (!keepsAnswer(since)) return undefined;
    return { cell, text, answer, baseEpoch: isUnchanged(since) ? given.epoch : baseEpoch };
  }

  return resolve;
}
