import type { Cell } from '@kannwas/disclosure/cell';
import { PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';

/** Everything that was read at one time, by the canonical text of the cell. */
export type Reading = ReadonlyMap<string, Published>;

/** In a small town occupations say nothing but "<10". */
const dimensions = poolDimensions.filter((name) => name !== 'occupation' && name !== 'place');
const pairs = dimensions.flatMap((one, at) => dimensions.slice(at + 1).map((other) => [one, other]));

/** Reads every table by two dimensions, also those of some large groups. */
export async function readEverything(pool: Pool, groups: readonly Cell[]): Promise<Reading> {
  const read = new Map<string, Published>();
  for (const where of [{}, ...groups]) {
    for (const by of pairs) {
      const isNew = by.every((name) => !(name in where));
      if (!isNew || !PoolQuery.safeParse({ ...where, by: by.join(',') }).success) continue;
      const { total, cells } = await pool.ask({ where, by });
      read.set(textOf(where), total);
      for (const [text, count] of cells) read.set(text, count);
    }
  }
  return read;
}

/** The cells whose answer is not what it was; also where something is shown that was not, or the other way round. */
export const changedCells = (before: Reading, after: Reading): string[] =>
  [...after].flatMap(([text, count]) => (before.has(text) && before.get(text) !== count ? [text] : []));
