import { type Cell, canonical, factsIn, type Ladder, type Population } from '@kannwas/disclosure/cell';
import type { PublishedCell } from '@kannwas/disclosure/resolve';
import { leastForFacts, type Rules } from '@kannwas/disclosure/rules';
import { isTooAlike } from '@kannwas/disclosure/table';
import { listedCodes } from '@kannwas/schema/pool/grammar';

/**
 * Facts of which everybody has one value. Where nearly all of a group have the same, it is a fact about each of them. What
 * people may have several of, such as being ready for work, says little by itself.
 */
export const exclusiveFacts = ['german', 'education', 'experience', 'gender', 'age'] as const;
export type ExclusiveFact = (typeof exclusiveFacts)[number];

/** The codes beside a code of which everybody has only one: with it they make up something broader. */
export type Beside = (dimension: string, code: string) => readonly string[];

/** A group and everything that it is spread into by one fact. */
type Line = { total: Cell; rows: Cell[] };

/** The line of a group by one fact, and then those of the groups beside it. */
export function linesAround(cell: Cell, fact: ExclusiveFact, beside: Beside): [Line, ...Line[]] {
  const lineOf = (total: Cell): Line => ({
    total,
    rows: listedCodes[fact].map((code) => ({ ...total, [fact]: code })),
  });
  const { [fact]: _, ...group } = cell;
  const others = Object.entries(group).flatMap(([dimension, code]) =>
    beside(dimension, code).map((other) => lineOf({ ...group, [dimension]: other })),
  );
  return [lineOf(group), ...others];
}

type Given = {
  rules: Rules;
  ladder: Ladder;
  beside: Beside;
  population: Population;
  resolve: (cell: Cell) => Pick<PublishedCell, 'cell' | 'answer'>;
};

/**
 * Makes the function that tells whether a cell says a fact about people of whom nearly all have the same value, or about
 * such people's neighbours, who could be subtracted from all of them together; or any fact in a site of few people. By
 * published answers only, as the rules of a table, and as strict: what a table hides can neither be asked for one by one nor
 * found out from what lies around it.
 * Source of the idea: complementary suppression; Hundepool et al. (2012), Statistical Disclosure Control.
 */
export function makeAlike({ rules, ladder, beside, population, resolve }: Given) {
  const known = new Map<string, boolean>();
  const isAlike = ({ total, rows }: Line, fact: ExclusiveFact): boolean => {
    const name = `${canonical(population, total)} by ${fact}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const table = { population, ladder, by: [fact], total: resolve(total), rows: rows.map(resolve) };
    const alike = isTooAlike(table, rules);
    known.set(name, alike);
    return alike;
  };
  const isNearAlike = (cell: Cell, fact: ExclusiveFact) => {
    const [own, ...others] = linesAround(cell, fact, beside);
    // Of a smaller group nobody can tell whether they are alike or few.
    return (
      isAlike(own, fact) || others.some((line) => resolve(line.total).answer.isBase && isAlike(line, fact))
    );
  };
  const isFew = () => rules.layers.tableRules && (resolve({}).answer.count ?? 0) < leastForFacts;
  return (cell: Cell): boolean =>
    (factsIn(cell) > 0 && isFew()) ||
    exclusiveFacts.some((fact) => cell[fact] !== undefined && isNearAlike(cell, fact));
}
