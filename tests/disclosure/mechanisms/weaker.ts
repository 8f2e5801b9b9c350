import { createHash } from 'node:crypto';
import { shapeOf } from '@kannwas/api/pool/engine/shape';
import type { Cell } from '@kannwas/disclosure/cell';
import { lookup, ptable } from '@kannwas/disclosure/ptable';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import { type Members, size, type Truth } from '../truth.ts';

/** What a simple mechanism publishes of one cell. */
type Protection = (cell: { where: Cell; count: number; members: Members }) => Published;

/** A mechanism that looks at each cell alone and lets everything be asked that the grammar admits. */
const answering =
  (protection: (seed: string) => Protection) =>
  (truth: Truth, seed: string): Pool => {
    const protect = protection(seed);
    const publish = (where: Cell) => {
      const members = truth.members(where);
      return protect({ where, count: size(members), members });
    };
    return {
      ask: async ({ where, by = [] }) => {
        const { base, rows } = shapeOf(PoolQuery.parse({ ...where, by: by.join(',') }), truth.places);
        const cells = rows.map((row) => [textOf(row), publish(row)] as const);
        return { total: publish(base), cells: new Map(cells) };
      },
    };
  };

/** Exact counts, and nothing below ten: what most reporting tools offer. */
export const rawThreshold = answering(
  () =>
    ({ count }) =>
      count < 10 ? null : count,
);

/** The cell key method with little noise and without any other layer. */
export const smallCellKey = answering((seed) => {
  const table = ptable({ D: 2, V: 1 });
  return ({ count, members }) => count + lookup(table, count, uniform(seed, members));
});

/**
 * Noise that sticks to conditions and to sets: for each condition one normal draw by its text, and one by its text and
 * the people in the cell; small counts are suppressed by a noisy threshold.
 * Source: Francis, Probst Eide, Munz (2017), Diffix: High-Utility Database Anonymization, APF 2017, LNCS 10518.
 */
export const stickyNoise = answering((seed) => ({ where, count, members }) => {
  const conditions = Object.entries(where).map(([dimension, code]) => `${dimension}=${code}`);
  if (count < 10 + 0.5 * normal(`${seed} threshold`, members)) return null;
  const noise = conditions.map(
    (condition) =>
      normal(`${seed} static ${condition}`, none) + normal(`${seed} dynamic ${condition}`, members),
  );
  return Math.max(0, Math.round(noise.reduce((sum, one) => sum + one, count)));
});

const none: Members = new Uint32Array();

/** From [0, 1), the same for the same set. */
function uniform(seed: string, members: Members): number {
  const hash = createHash('sha256').update(seed).update(members).digest();
  return hash.readUIntBE(0, 6) / 2 ** 48;
}

/** Box and Muller (1958), A Note on the Generation of Random Normal Deviates. */
function normal(seed: string, members: Members): number {
  const [u, v] = [uniform(`${seed} u`, members), uniform(`${seed} v`, members)];
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
}
