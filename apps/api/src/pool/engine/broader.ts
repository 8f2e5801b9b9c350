import { broaderCells, type Cell, type Ladder } from '@kannwas/disclosure/cell';
import type { PublishedCell } from '@kannwas/disclosure/resolve';

/** So many broader questions are offered. */
const most = 3;

/**
 * The nearest broader cells that may be asked about on their own, by what is published of them: a step up in a tree
 * (occupation, then place) comes before any other, and dropping a condition last. Nothing is offered that is broader
 * than another offer. @param published how a cell is answered
 */
export function nearestBroader(
  cell: Cell,
  ladder: Ladder,
  published: (cell: Cell) => PublishedCell,
): PublishedCell[] {
  const offers: PublishedCell[] = [];
  const costs = broaderCells(cell, ladder).map((broader) => ({
    broader,
    cost: costOf(cell, broader, ladder),
  }));
  for (const { broader } of costs.toSorted((a, b) => a.cost - b.cost)) {
    if (offers.length === most) break;
    if (offers.some((offer) => isAbove(broader, offer.cell, ladder))) continue;
    const answered = published(broader);
    if (answered.answer.count !== null && answered.answer.isBase) offers.push(answered);
  }
  return offers;
}

/** How far a broader cell is: steps up, and more for what is dropped than for any number of steps. */
function costOf(cell: Cell, broader: Cell, ladder: Ladder): number {
  return Object.entries(cell).reduce((cost, [dimension, code]) => {
    const now = broader[dimension];
    if (now === undefined) return cost + 10;
    const steps = [code, ...ladder(dimension, code)].indexOf(now);
    return cost + steps * (stepCost[dimension] ?? 1.2);
  }, 0);
}
const stepCost: Record<string, number> = { occupation: 1, place: 1.1 };

/** Whether everybody of a cell is in the broader one by its conditions. */
function isAbove(broader: Cell, cell: Cell, ladder: Ladder): boolean {
  return Object.entries(broader).every(([dimension, code]) => {
    const own = cell[dimension];
    return own !== undefined && [own, ...ladder(dimension, own)].includes(code);
  });
}
