import { type Cell, parseCell } from './cell.ts';
import type { Rules } from './rules.ts';

/**
 * What was asked of one epoch. A table is new when its account did not ask it before in this epoch; a cell is new when
 * its account did not see it before. Repeats cost nothing.
 */
export type Use = {
  /** Of the present day only. */
  tablesToday: number;
  tables: number;
  cells: number;
  /** How many cells of each corner, as `cornersOf` counts them. */
  corners: ReadonlyMap<string, number>;
};

/**
 * How much one account may ask of an epoch. A corner is one district and one sub-major group (ISCO-08, two digits): few
 * people, so that a hundred ways of cutting them would be worth an attacker's while. Spread by every two other
 * dimensions a corner has about 180 cells, and thousands with the finer groups inside it: an employer may see the
 * first whole, and nobody sees the second.
 */
export const budget = { tablesToday: 60, tables: 300, cells: 20_000, cellsOfCorner: 200 } as const;

/** All accounts of an organisation together may ask so many times what one may. */
export const organisationFactor = 3;

/** Which bound a question would break, and of whom. */
export type Bound = { whose: 'account' | 'organisation'; of: keyof typeof budget };

type Used = Record<Bound['whose'], Use>;

/** Tells which bound of the budget a question would break; null when it may be asked. @param wanted what is new in it */
export function boundReached(used: Used, wanted: Use, { layers }: Pick<Rules, 'layers'>): Bound | null {
  if (!layers.budget) return null;
  for (const whose of ['account', 'organisation'] as const) {
    const factor = whose === 'account' ? 1 : organisationFactor;
    const of = brokenBy(used[whose], wanted, factor);
    if (of) return { whose, of };
  }
  return null;
}

function brokenBy(used: Use, wanted: Use, factor: number): Bound['of'] | undefined {
  const breaks = (before: number, more: number, most: number) => more > 0 && before + more > most * factor;
  const broken = (['tablesToday', 'tables', 'cells'] as const).find((of) =>
    breaks(used[of], wanted[of], budget[of]),
  );
  const isCornerFull = [...wanted.corners].some(([corner, more]) =>
    breaks(used.corners.get(corner) ?? 0, more, budget.cellsOfCorner),
  );
  return broken ?? (isCornerFull ? 'cellsOfCorner' : undefined);
}

/**
 * Counts the cells of each corner.
 * @param texts canonical texts of cells, each once
 * @param districts the finest published places; where a site has none it counts as one district
 */
export function cornersOf(texts: Iterable<string>, districts: ReadonlySet<string>): Map<string, number> {
  const corners = new Map<string, number>();
  for (const text of texts) {
    const corner = cornerOf(parseCell(text).cell, districts);
    if (corner) corners.set(corner, (corners.get(corner) ?? 0) + 1);
  }
  return corners;
}

function cornerOf({ place = '', occupation = '' }: Cell, districts: ReadonlySet<string>): string | undefined {
  const isDistrict = districts.size === 0 || districts.has(place);
  return isDistrict && occupation.length >= 2 ? `${place} ${occupation.slice(0, 2)}` : undefined;
}
