import { oldestBase } from '@kannwas/disclosure/carry';
import { type Cell, type Population, parseCell, withoutFacts } from '@kannwas/disclosure/cell';
import { makeResolver, type PublishedCell } from '@kannwas/disclosure/resolve';
import type { Lattice, Needed } from '../columns/counting.ts';
import type { Ground } from './ground.ts';

export type Resolver = {
  resolve: (cell: Cell) => PublishedCell;
  /** Every cell that was looked at, also on the way to another. */
  looked: () => PublishedCell[];
  lattice: Lattice;
};

/**
 * Prepares all that the answers of some cells can depend on: true counts of the cells and of everything broader, and who
 * changed since the epochs from which earlier answers were made. Afterwards every answer is ready at once.
 */
export async function resolverFor(
  { counting, changesSince, basesOf, stored, previous, rules, ladder, epoch }: Ground,
  population: Population,
  needed: Needed,
): Promise<Resolver> {
  const lattice = await counting.prepare(population, needed);
  const changed = new Map<number, Lattice>();
  for (const base of basesOf(population, Object.keys(needed))) {
    if (epoch.epoch - base > oldestBase) continue;
    const changes = await changesSince(base);
    if (changes) changed.set(base, await changes.prepare(population, withoutFacts(needed)));
  }
  const texts = new Set<string>();
  const resolve = makeResolver({
    rules,
    ladder,
    population,
    epoch: epoch.epoch,
    count: lattice.count,
    keySum: lattice.keySum,
    stored: (text) => {
      texts.add(text);
      return stored.get(text);
    },
    previous: (text) => {
      const before = previous.get(text);
      // An answer whose base is no longer kept cannot be compared, and is made anew.
      return before && changed.has(before.baseEpoch) ? before : undefined;
    },
    changed: (cell, baseEpoch) => changed.get(baseEpoch)?.count(cell) ?? 0,
  });
  const looked = () => [...texts].map((text) => resolve(parseCell(text).cell));
  return { resolve, looked, lattice };
}
