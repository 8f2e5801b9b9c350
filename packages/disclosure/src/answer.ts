import {
  broaderCells,
  type Cell,
  canonical,
  factsIn,
  type Ladder,
  type Population,
  shareFact,
} from './cell.ts';
import { isBelowFloor, type Protected, protect } from './index.ts';
import { factTauBounds, type Rules, tauBounds } from './rules.ts';

/** What is published of a cell: its count, and whether it is large enough to be asked about on its own. */
export type Answer = Protected;

/** Where the true numbers come from, and what was published of other cells. */
export type Source = {
  rules: Rules;
  ladder: Ladder;
  population: Population;
  count: (cell: Cell) => number;
  keySum: (cell: Cell) => bigint;
  published: (cell: Cell) => Answer;
};

/**
 * Answers one cell afresh.
 *
 * Fewer people than the floor are withheld before anything else. Then, if some broader cell holds only a few people
 * more, this cell gives the published answer of the largest such cell: the few in between cannot be isolated by
 * subtracting, and equal answers no longer prove equal sets. Otherwise noise, threshold, and rounding.
 */
export function answerCell(cell: Cell, source: Source): Answer {
  const { rules } = source;
  const count = source.count(cell);
  const counted = { count, keySum: source.keySum(cell), facts: factsIn(cell) };
  if (isBelowFloor(counted, rules)) return { count: null, isBase: false };
  const broader = rules.layers.collapse ? largestNearby(cell, count, source) : undefined;
  if (broader) return source.published(broader);
  return protect(counted, rules);
}

/** The largest broader cell with fewer than τ people more; of equally large ones the first by its text. */
function largestNearby(cell: Cell, count: number, source: Source): Cell | undefined {
  const { rules, ladder, population } = source;
  const text = canonical(population, cell);
  let largest: { cell: Cell; count: number; text: string } | undefined;
  for (const candidate of broaderCells(cell, ladder)) {
    const people = source.count(candidate);
    const more = people - count;
    // Most broader cells are far larger: no keyed hash is spent on them.
    const bounds = shareFact(cell, candidate) ? factTauBounds : tauBounds;
    if (more >= bounds.most || (largest && people < largest.count)) continue;
    const spelled = canonical(population, candidate);
    if (more >= bounds.least && more >= rules.tauOf(text, spelled, bounds)) continue;
    if (!largest || people > largest.count || spelled < largest.text) {
      largest = { cell: candidate, count: people, text: spelled };
    }
  }
  return largest?.cell;
}
