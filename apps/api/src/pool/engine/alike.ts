import { type Cell, canonical, type Ladder, type Population } from '@kannwas/disclosure/cell';
import type { PublishedCell } from '@kannwas/disclosure/resolve';
import type { Rules } from '@kannwas/disclosure/rules';
import { isTooAlike } from '@kannwas/disclosure/table';
import { listedCodes } from '@kannwas/schema/pool/grammar';

/**
 * Facts of which everybody has one value. Where nearly all of a group have the same, it is a fact about each of them. What
 * people may have several of, such as being ready for work, says little by itself.
 */
export const exclusiveFacts = ['german', 'education', 'experience', 'gender', 'age'] as const;
export type ExclusiveFact = (typeof exclusiveFacts)[number];

/** A group and everything that it is spread into by one fact. */
export function lineOf(cell: Cell, fact: ExclusiveFact): { total: Cell; rows: Cell[] } {
  const { [fact]: _, ...total } = cell;
  return { total, rows: listedCodes[fact].map((code) => ({ ...total, [fact]: code })) };
}

type Given = {
  rules: Rules;
  ladder: Ladder;
  population: Population;
  resolve: (cell: Cell) => Pick<PublishedCell, 'cell' | 'answer'>;
};

/**
 * Makes the function that tells whether a cell says a fact about people of whom nearly all have the same value. By published
 * answers only, as the rules of a table, and as strict: what a table hides cannot be asked for one by one.
 */
export function makeAlike({ rules, ladder, population, resolve }: Given) {
  const known = new Map<string, boolean>();
  const isAlike = (cell: Cell, fact: ExclusiveFact): boolean => {
    const { total, rows } = lineOf(cell, fact);
    const name = `${canonical(population, total)} by ${fact}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const table = { population, ladder, by: [fact], total: resolve(total), rows: rows.map(resolve) };
    const alike = isTooAlike(table, rules);
    known.set(name, alike);
    return alike;
  };
  /** @param but what the rules of the table look at already */
  return (cell: Cell, but: readonly string[] = []): boolean =>
    exclusiveFacts.some((fact) => cell[fact] !== undefined && !but.includes(fact) && isAlike(cell, fact));
}
