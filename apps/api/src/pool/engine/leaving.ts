import { parseCell, withoutFacts } from '@kannwas/disclosure/cell';
import type { RawBuilder } from 'kysely';
import type { Reading } from '../../db/open.ts';
import { makeCounting, type Needed } from '../columns/counting.ts';
import { loadColumns } from '../columns/load.ts';
import { listBasedOn } from './store.ts';

/** So many cells come at a time. */
const batch = 5_000;

/**
 * Counts, for every answer that was made from the people of an epoch, how many of those leaving now did its work in its place.
 * Comes in batches; answers without any of them are left out.
 * @param who the people of the epoch who leave
 */
export async function* countLeaving(
  reading: Reading,
  { siteId, epoch, who }: { siteId: string; epoch: number; who: RawBuilder<boolean> },
): AsyncGenerator<{ cell: string; leaving: number }[]> {
  const loaded = await loadColumns(reading, { siteId, epoch, only: who });
  if (!loaded || loaded.columns.people === 0) return;
  const { columns } = loaded;
  const counting = makeCounting(columns.geography, [{ columns, weight: 1 }]);
  let counted: { cell: string; leaving: number }[] = [];
  for (const cells of byDimensions(await listBasedOn(reading.db, siteId, epoch)).values()) {
    const [{ population } = { population: 'pool' as const }] = cells;
    const lattice = await counting.prepare(population, neededFor(cells));
    for (const { text, cell } of cells) {
      const leaving = lattice.count(withoutFacts(cell));
      if (leaving > 0) counted.push({ cell: text, leaving });
      if (counted.length === batch) {
        yield counted;
        counted = [];
      }
    }
  }
  if (counted.length > 0) yield counted;
}

type Parsed = ReturnType<typeof parseCell> & { text: string };

/** Cells over the same dimensions are counted in one pass. */
function byDimensions(texts: readonly string[]): Map<string, Parsed[]> {
  const parsed = texts.map((text) => ({ text, ...parseCell(text) }));
  return Map.groupBy(parsed, ({ text }) => text.replace(/=[^&]*/g, '='));
}

function neededFor(cells: readonly Parsed[]): Needed {
  const dimensions = Object.keys(withoutFacts(cells[0]?.cell ?? {}));
  return Object.fromEntries(
    dimensions.map((dimension) => [dimension, [...new Set(cells.map(({ cell }) => cell[dimension] ?? ''))]]),
  );
}
