import { setImmediate as others } from 'node:timers/promises';
import { type Cell, canonical, type Population } from '@kannwas/disclosure/cell';
import { tauBounds } from '@kannwas/disclosure/rules';
import { type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import type { Cube } from '../columns/cube.ts';
import { isFlat } from '../columns/facts.ts';
import { noOccupation, occupationCode } from '../columns/trees.ts';
import { type Ground, loadGround, type Means } from './ground.ts';
import { resolverFor } from './resolver.ts';
import { type CellRow, rowOf } from './row.ts';

/** So many rows come at a time. */
const batch = 1_000;

/**
 * Answers all cells of one and two dimensions of an epoch, for storing: also of one that is still being written. Cells
 * that hold too few people to be answered, and were never stored before, need no row: without one a cell counts as
 * published empty. Comes in batches, so that memory stays flat however many cells there are.
 */
export async function* cellsOfEpoch(means: Means, siteId: string, epoch: number): AsyncGenerator<CellRow[]> {
  const ground = await loadGround(means, siteId, epoch);
  if (!ground) return;
  for (const dimensions of [[], ['place']] as const) yield* cellsOver(ground, 'coverage', dimensions);
  const pairs = poolDimensions.flatMap((one, i) => poolDimensions.slice(i + 1).map((other) => [one, other]));
  for (const dimensions of [[], ...poolDimensions.map((one) => [one]), ...pairs]) {
    yield* cellsOver(ground, 'pool', dimensions);
  }
}

async function* cellsOver(
  ground: Ground,
  population: Population,
  dimensions: readonly PoolDimension[],
): AsyncGenerator<CellRow[]> {
  const { previous, rules } = ground;
  const needed = Object.fromEntries(dimensions.map((name) => [name, codesIn(ground, name)]));
  const { resolve, lattice } = await resolverFor(ground, population, needed);
  let rows: CellRow[] = [];
  for (const { place, cell, count } of cellsIn(lattice.cube)) {
    if (place % batch === batch - 1) await others();
    if (Object.keys(cell).length < dimensions.length) continue;
    const text = canonical(population, cell);
    const isSmall = count < tauBounds.least || count < rules.tau(text);
    if ((isSmall && !previous.has(text)) || !PoolQuery.safeParse(cell).success) continue;
    rows.push(rowOf(ground, resolve(cell)));
    if (rows.length === batch) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

/** Every code of a tree that somebody of the epoch can be counted under. */
function codesIn({ columns, epoch }: Ground, dimension: PoolDimension): readonly string[] {
  if (isFlat(dimension)) return [];
  if (dimension === 'place') return epoch.places.map(({ code }) => code);
  const seen = new Uint8Array(noOccupation);
  for (const number of columns.occupations) seen[number] = 1;
  return Array.from(seen.keys())
    .filter((number) => seen[number])
    .map(occupationCode);
}

/** All cells of a cube with their true counts. */
function* cellsIn({ axes, counts }: Cube): Generator<{ place: number; cell: Cell; count: number }> {
  for (const [place, count] of counts.entries()) {
    let rest = place;
    const conditions: [string, string][] = [];
    for (const { dimension, codes } of axes.toReversed()) {
      const code = codes[rest % codes.length] ?? '';
      rest = Math.floor(rest / codes.length);
      if (code !== '') conditions.push([dimension, code]);
    }
    yield { place, cell: Object.fromEntries(conditions), count };
  }
}
