import type { Cell, Population } from '@kannwas/disclosure/cell';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { type Axis, flatAxis, occupationAxis, placeAxis } from './axes.ts';
import { type Cube, fillCube, placeIn, type Weighted } from './cube.ts';
import { isFlat } from './facts.ts';
import type { Geography } from './trees.ts';

/**
 * The dimensions of a question. For trees also the finest codes that are asked for; what they are inside is counted
 * along. Flat lists are always counted whole, so that many questions share one pass.
 */
export type Needed = { readonly [D in PoolDimension]?: readonly string[] };

/** True counts of some cells and of everything broader. @throws RangeError for a cell that was not prepared */
export type Lattice = {
  count: (cell: Cell) => number;
  /** The sum of the record keys of everybody in the cell, modulo 2^64. */
  keySum: (cell: Cell) => bigint;
  cube: Cube;
};

export type Counting = { prepare: (population: Population, needed: Needed) => Promise<Lattice> };

/** Counts that were made lately are kept up to this size, in bytes. */
const keptBytes = 96 * 2 ** 20;

/** Counts people who do not change any more: each combination of dimensions at most once, as long as there is room. */
export function makeCounting(
  geography: Geography,
  weighted: readonly Weighted[],
  most = keptBytes,
): Counting {
  const kept = new Map<string, Promise<Lattice>>();
  const sizes = new Map<string, number>();
  let bytes = 0;

  const forgetOldest = () => {
    for (const [text, size] of sizes) {
      if (bytes <= most || sizes.size === 1) return;
      bytes -= size;
      sizes.delete(text);
      kept.delete(text);
    }
  };

  const fill = async (text: string, population: Population, axes: readonly Axis[]) => {
    const cube = await fillCube(weighted, population, axes);
    const size = cube.counts.byteLength + cube.keySums.byteLength;
    bytes += size;
    sizes.set(text, size);
    forgetOldest();
    return latticeOf(cube);
  };

  const prepare = (population: Population, needed: Needed): Promise<Lattice> => {
    const text = `${population}:${JSON.stringify(Object.entries(needed).toSorted())}`;
    const found = kept.get(text);
    if (found) {
      // Moves to the end: the first is the one that was not used for the longest time.
      const size = sizes.get(text);
      if (size !== undefined) {
        sizes.delete(text);
        sizes.set(text, size);
      }
      return found;
    }
    const filling = fill(text, population, axesOf(geography, needed));
    kept.set(text, filling);
    filling.catch(() => kept.delete(text));
    return filling;
  };
  return { prepare };
}

function axesOf(geography: Geography, needed: Needed): Axis[] {
  const dimensions = Object.keys(needed).toSorted() as PoolDimension[];
  return dimensions.map((dimension) => {
    if (isFlat(dimension)) return flatAxis(dimension);
    const codes = needed[dimension] ?? [];
    return dimension === 'place' ? placeAxis(geography, codes) : occupationAxis(codes);
  });
}

function latticeOf(cube: Cube): Lattice {
  const at = (cell: Cell) => {
    const place = placeIn(cube, cell);
    if (place < 0) throw new RangeError(`Nobody prepared the cell ${JSON.stringify(cell)}.`);
    return place;
  };
  return {
    count: (cell) => cube.counts[at(cell)] ?? 0,
    keySum: (cell) => cube.keySums[at(cell)] ?? 0n,
    cube,
  };
}
