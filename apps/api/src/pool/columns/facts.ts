import type { Population } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';

/** The dimensions that are flat lists; all of them together fit into 32 bits of a person. */
export type FlatDimension = keyof typeof listedCodes;

/**
 * Where a flat fact stands in a person's word, and how to read it. One code: 0 is unknown, 1 the first code of the list.
 * Several: one bit for each code. A ladder: 0 is unknown, 1 the lowest level ("none"), which no condition can ask for.
 */
type Field = { kind: 'one' | 'several' | 'ladder'; shift: number; bits: number };

export const fields: Record<FlatDimension, Field> = {
  german: { kind: 'ladder', shift: 0, bits: 3 },
  availability: { kind: 'several', shift: 3, bits: 4 },
  education: { kind: 'one', shift: 7, bits: 3 },
  experience: { kind: 'one', shift: 10, bits: 2 },
  licence: { kind: 'several', shift: 12, bits: 4 },
  gender: { kind: 'one', shift: 16, bits: 2 },
  age: { kind: 'one', shift: 18, bits: 3 },
};

export const populationBit: Record<Population, number> = { pool: 1 << 21, coverage: 1 << 22 };

const levels: readonly string[] = germanLevels;

export const isFlat = (dimension: PoolDimension): dimension is FlatDimension => dimension in fields;

/** The part of a person's word that says which of these codes they have; unknown codes say nothing. */
export function packed(dimension: FlatDimension, said: readonly string[]): number {
  const { kind, shift } = fields[dimension];
  const list: readonly string[] = kind === 'ladder' ? levels : listedCodes[dimension];
  const places = said.map((code) => list.indexOf(code)).filter((place) => place >= 0);
  if (kind === 'several') return places.reduce((bits, place) => bits | (1 << (shift + place)), 0);
  return ((places[0] ?? -1) + 1) << shift;
}

/** Which values of the field count for each code of the list, in its order. */
export function valuesByCode(dimension: FlatDimension): number[][] {
  const { kind, bits } = fields[dimension];
  const values = Array.from({ length: 1 << bits }, (_, value) => value);
  return listedCodes[dimension].map((code, place) => {
    if (kind === 'one') return [place + 1];
    if (kind === 'several') return values.filter((value) => value & (1 << place));
    const least = levels.indexOf(code) + 1;
    return values.filter((value) => value >= least);
  });
}

/** The populations that somebody was and still is in. */
export const commonPopulations = (a: number, b: number): number =>
  a & b & (populationBit.pool | populationBit.coverage);
