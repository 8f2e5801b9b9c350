import { factTauBounds } from '@kannwas/disclosure/rules';
import type { Published } from '../api.ts';
import type { Likelihood } from '../mechanisms/likelihood.ts';
import type { Entry, Grid } from './grid.ts';

/** What a true count lies between for certain. */
export type Bounds = { low: number; high: number };

/** What one published number says for certain. */
export function boundsOf(likelihood: Likelihood, published: Published, collapses: boolean): Bounds {
  if (published === undefined) return { low: 0, high: Number.POSITIVE_INFINITY };
  const around = published ?? 0;
  const possible = Array.from({ length: 81 }, (_, at) => around - 40 + at).filter(
    (count) => count >= 0 && likelihood(published, count) > 0,
  );
  // A cell may give the answer of a broader one, which holds a few people more.
  const fewer = collapses && published !== null ? factTauBounds.most - 1 : 0;
  return { low: Math.max(0, (possible[0] ?? 0) - fewer), high: possible.at(-1) ?? Number.POSITIVE_INFINITY };
}

/**
 * Narrows the bounds of every entry by the lines it is in until nothing moves any more: what a linear programme for each
 * cell would find, at a fraction of the time.
 * Source: Buzzigoli and Giusti (1999), An Algorithm to Calculate the Lower and Upper Bounds of the Elements of an Array
 * Given its Marginals, SDP 1998; Dobra and Fienberg (2000), PNAS 97(22).
 * @returns undefined where the numbers contradict each other, so that no table fits
 */
export function shuttle(grid: Grid, boundsFor: (entry: Entry) => Bounds): Map<Entry, Bounds> | undefined {
  const bounds = new Map<Entry, Bounds>();
  const { total, rows, columns, inner } = grid;
  for (const entry of [total, ...rows, ...columns, ...inner.flat()])
    bounds.set(entry, { ...boundsFor(entry) });
  const lines: [sum: Entry, parts: readonly Entry[]][] = [
    [total, rows],
    [total, columns],
    ...rows.map((row, at): [Entry, readonly Entry[]] => [row, inner[at] ?? []]),
    ...columns.map((column, at): [Entry, readonly Entry[]] => [
      column,
      inner.flatMap((row) => row[at] ?? []),
    ]),
  ];
  for (let moved = true; moved; ) {
    moved = false;
    for (const [sum, parts] of lines) {
      const own = bounds.get(sum);
      const each = parts.flatMap((part) => bounds.get(part) ?? []);
      if (!own) continue;
      const low = each.reduce((added, one) => added + one.low, 0);
      const high = each.reduce((added, one) => added + one.high, 0);
      moved = narrow(own, low, high) || moved;
      for (const one of each) {
        const othersHigh = Number.isFinite(high) ? high - one.high : Number.POSITIVE_INFINITY;
        moved = narrow(one, own.low - othersHigh, own.high - (low - one.low)) || moved;
      }
    }
    if ([...bounds.values()].some(({ low, high }) => low > high)) return undefined;
  }
  return bounds;
}

function narrow(bounds: Bounds, low: number, high: number): boolean {
  const moved = low > bounds.low || high < bounds.high;
  bounds.low = Math.max(bounds.low, low);
  bounds.high = Math.min(bounds.high, high);
  return moved;
}
