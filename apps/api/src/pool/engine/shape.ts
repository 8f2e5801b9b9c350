import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import type { Cell, Ladder } from '@kannwas/disclosure/cell';
import {
  dimensionsOf,
  grammarBounds,
  listedCodes,
  type PoolDimension,
  type PoolQuery,
} from '@kannwas/schema/pool/grammar';
import type { Place } from '@kannwas/schema/pool/table';
import { ProblemError } from '../../problem.ts';
import type { Needed } from '../columns/counting.ts';
import { isFlat } from '../columns/facts.ts';
import { type Beside, type ExclusiveFact, exclusiveFacts } from './alike.ts';

/** What a question spreads out into: its base, and every row in the order of the code lists, margins first. */
export type Shape = { base: Cell; rows: readonly Cell[]; needed: Needed };

/** The published geography of an epoch. */
type Places = readonly Pick<Place, 'code' | 'within'>[];

export { unitGroups };

const groupsOf = (digits: number) => [...new Set(unitGroups.map((code) => code.slice(0, digits)))];
const groupsByDigits: readonly (readonly string[])[] = [
  [],
  [...new Set(civilianGroups.map((code) => code.slice(0, 1)))],
  civilianGroups,
  groupsOf(3).filter((code) => civilianGroups.includes(code.slice(0, 2))),
  unitGroups.filter((code) => civilianGroups.includes(code.slice(0, 2))),
];

/** The groups one level below a group; without one the sub-major groups. */
export function occupationsBelow(code: string | undefined): readonly string[] {
  if (code === undefined) return civilianGroups;
  return (groupsByDigits[code.length + 1] ?? []).filter((group) => group.startsWith(code));
}

/** The places one level below a place, or the top ones. Where there is only one, those below it. */
export function placesBelow(places: Places, code: string | null): readonly string[] {
  const below = places.filter(({ within }) => within === code).map((place) => place.code);
  const [only] = below;
  if (only === undefined || below.length > 1) return below;
  const further = placesBelow(places, only);
  return further.length > 0 ? further : below;
}

/** The places that no other place is inside. */
export function finestPlaces(places: Places): readonly string[] {
  const broader = new Set(places.map(({ within }) => within));
  return places.map(({ code }) => code).filter((code) => !broader.has(code));
}

/** The next broader codes of a code, nearest first, without "no condition". */
export function ladderOf(places: Places): Ladder {
  const within = new Map(places.map((place) => [place.code, place.within]));
  const placesAbove = (code: string): string[] => {
    const above = within.get(code);
    return above ? [above, ...placesAbove(above)] : [];
  };
  const known = new Map(places.map(({ code }) => [code, placesAbove(code)]));
  const levels: readonly string[] = listedCodes.german;
  return (dimension, code) => {
    if (dimension === 'occupation')
      return [3, 2, 1].filter((n) => n < code.length).map((n) => code.slice(0, n));
    if (dimension === 'place') return known.get(code) ?? [];
    return dimension === 'german' ? levels.slice(0, levels.indexOf(code)).reverse() : [];
  };
}

/** The trades and places beside one, and the other values of a fact of which everybody has one that is no ladder. */
export function besideOf(places: Places): Beside {
  const within = new Map(places.map((place) => [place.code, place.within]));
  const codesWith = (dimension: string, code: string): readonly string[] => {
    if (dimension === 'occupation') return code.length > 1 ? occupationsBelow(code.slice(0, -1)) : [];
    if (dimension === 'place') return placesBelow(places, within.get(code) ?? null);
    const isOneOfMany = dimension !== 'german' && exclusiveFacts.some((fact) => fact === dimension);
    return isOneOfMany ? listedCodes[dimension as Exclude<ExclusiveFact, 'german'>] : [];
  };
  return (dimension, code) => codesWith(dimension, code).filter((other) => other !== code);
}

/**
 * Lays out the table of a question.
 * @throws ProblemError invalid (no such occupation group, too many cells), districtUnknown
 */
export function shapeOf({ by, ...where }: PoolQuery, places: Places): Shape {
  const { occupation, place } = where;
  if (occupation !== undefined && !groupsByDigits[occupation.length]?.includes(occupation)) {
    throw new ProblemError('invalid', [{ path: 'occupation', code: 'invalid_value' }]);
  }
  if (place !== undefined && !places.some(({ code }) => code === place)) {
    throw new ProblemError('districtUnknown');
  }
  const [ladder, beside] = [ladderOf(places), besideOf(places)];
  const tellsFact = exclusiveFacts.some((fact) => where[fact] !== undefined || by.includes(fact));
  const codesOf = (dimension: PoolDimension): readonly string[] => {
    if (isFlat(dimension)) return listedCodes[dimension];
    return dimension === 'place' ? placesBelow(places, place ?? null) : occupationsBelow(occupation);
  };
  const base = Object.fromEntries(Object.entries(where).filter(([, code]) => code !== undefined)) as Cell;
  const spread = (cells: readonly Cell[], dimension: PoolDimension) =>
    cells.flatMap((cell) => codesOf(dimension).map((code) => ({ ...cell, [dimension]: code })));
  const margins = by.map((dimension) => spread([base], dimension));
  const rows = by.length < 2 ? margins.flat() : [...margins.flat(), ...by.reduce(spread, [base])];
  if (rows.length > grammarBounds.cells) {
    throw new ProblemError('invalid', [{ path: 'by', code: 'tooManyCells' }]);
  }

  const needed = dimensionsOf(where, by).map((dimension) => {
    if (isFlat(dimension)) return [dimension, []] as const;
    const own = dimension === 'place' ? place : occupation;
    // Where a fact is told, what is beside it decides too, also beside what is broader and may be offered instead.
    const around = own !== undefined && tellsFact ? [own, ...ladder(dimension, own)] : [];
    const neighbours = around.flatMap((code) => [code, ...beside(dimension, code)]);
    return [
      dimension,
      [
        ...(own === undefined ? [] : [own]),
        ...neighbours,
        ...(by.includes(dimension) ? codesOf(dimension) : []),
      ],
    ];
  });
  return { base, rows, needed: Object.fromEntries(needed) };
}
