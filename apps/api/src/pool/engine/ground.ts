import { type Ladder, type Population, parseCell } from '@kannwas/disclosure/cell';
import type { Previous } from '@kannwas/disclosure/resolve';
import type { Rules } from '@kannwas/disclosure/rules';
import type { Reading } from '../../db/open.ts';
import { changesBetween } from '../columns/changes.ts';
import type { Columns } from '../columns/columns.ts';
import { type Counting, makeCounting } from '../columns/counting.ts';
import { loadColumns } from '../columns/load.ts';
import { ladderOf } from './shape.ts';
import { type EpochOfSite, findEpochOfSite, listPrevious, listStored, type Stored } from './store.ts';

/** Where the engine reads, and the keyed rules of any epoch of a site. */
export type Means = { reading: Reading; rulesOf: (siteId: string, epoch: number) => Rules };

/** Everything that the answers of one epoch of a site depend on; none of it changes while the epoch lasts. */
export type Ground = {
  siteId: string;
  epoch: EpochOfSite;
  rules: Rules;
  ladder: Ladder;
  columns: Columns;
  counting: Counting;
  /** What of this epoch was stored when it was loaded. */
  stored: ReadonlyMap<string, Stored>;
  previous: ReadonlyMap<string, Previous>;
  /** The epochs that earlier answers of cells over some of these dimensions were made from. */
  basesOf: (population: Population, dimensions: readonly string[]) => number[];
  /** Who changed since an earlier epoch; undefined when its people are no longer kept. */
  changesSince: (baseEpoch: number) => Promise<Counting | undefined>;
};

/** Loads an epoch whole; undefined when there is no such epoch. */
export async function loadGround(
  { reading, rulesOf }: Means,
  siteId: string,
  epoch: number,
): Promise<Ground | undefined> {
  const loaded = await loadColumns(reading, { siteId, epoch });
  const found = await findEpochOfSite(reading.db, siteId, epoch);
  if (!loaded || !found) return undefined;
  // Somebody was taken out meanwhile.
  if (loaded.revision !== found.revision) return loadGround({ reading, rulesOf }, siteId, epoch);
  const { columns } = loaded;
  const previous = await listPrevious(reading.db, siteId, epoch);
  return {
    siteId,
    epoch: found,
    rules: rulesOf(siteId, epoch),
    ladder: ladderOf(found.places),
    columns,
    counting: makeCounting(columns.geography, [{ columns, weight: 1 }]),
    stored: await listStored(reading.db, siteId, epoch),
    previous,
    basesOf: basesByDimensions(previous),
    changesSince: onceEach(async (baseEpoch) => {
      const base = await loadColumns(reading, { siteId, epoch: baseEpoch });
      return base && base.columns.people > 0 ? changesBetween(base.columns, columns) : undefined;
    }),
  };
}

/** Sorts earlier answers by the dimensions of their cells, so that a question loads only the epochs that matter to it. */
function basesByDimensions(previous: ReadonlyMap<string, Previous>): Ground['basesOf'] {
  const groups = new Map<string, Set<number>>();
  for (const [text, { baseEpoch }] of previous) {
    const withoutCodes = text.replace(/=[^&]*/g, '=');
    const bases = groups.get(withoutCodes);
    if (bases) bases.add(baseEpoch);
    else groups.set(withoutCodes, new Set([baseEpoch]));
  }
  const parsed = [...groups].map(([text, bases]) => ({ ...parseCell(text), bases }));
  return (population, dimensions) => {
    const fitting = parsed.filter(
      (group) =>
        group.population === population && Object.keys(group.cell).every((name) => dimensions.includes(name)),
    );
    return [...new Set(fitting.flatMap(({ bases }) => [...bases]))];
  };
}

/** Does something at most once for each number, also when many ask at the same time; what failed is tried again. */
export function onceEach<T>(make: (number: number) => Promise<T>): (number: number) => Promise<T> {
  const made = new Map<number, Promise<T>>();
  return (number) => {
    const already = made.get(number);
    if (already) return already;
    const making = make(number);
    made.set(number, making);
    making.catch(() => made.delete(number));
    return making;
  };
}
