import type { Cell } from '@kannwas/disclosure/cell';
import { type Pool, type Published, textOf } from '../api.ts';
import type { Person } from '../population.ts';

/** Three attributes of three values each; whoever has another value of one is not in these small towns. */
export const attributes = {
  education: ['basic', 'school', 'vocational'],
  experience: ['under-3', '3-10', 'over-10'],
  age: ['under-25', '25-44', '45-59'],
} as const;
type Attribute = keyof typeof attributes;
const names = Object.keys(attributes) as Attribute[];

/** A count that may be asked for: everybody, or who has certain values of up to three attributes. */
export type Margin = {
  where: Cell;
  /** The finest cells that it is the sum of. */
  cells: readonly number[];
  /** The margins that have some of its conditions, and no others. */
  broader: readonly number[];
};

/** The 27 finest cells, by their conditions. */
export const cells: readonly Cell[] = names.reduce<Cell[]>(
  (all, name) => all.flatMap((cell) => attributes[name].map((code) => ({ ...cell, [name]: code }))),
  [{}],
);

/** A cell and everything inside of it by some attributes. */
const spread = (where: Cell, by: readonly Attribute[]) =>
  by.reduce<Cell[]>(
    (all, name) =>
      all.flatMap((cell) => [cell, ...attributes[name].map((code) => ({ ...cell, [name]: code }))]),
    [where],
  );

const wheres = spread({}, names);

const isWithin = (cell: Cell, broader: Cell) =>
  Object.entries(broader).every(([dimension, code]) => cell[dimension] === code);

/** All 64 margins of none to three conditions. */
export const margins: readonly Margin[] = wheres.map((where) => ({
  where,
  cells: cells.flatMap((cell, at) => (isWithin(cell, where) ? [at] : [])),
  broader: wheres.flatMap((other, at) => (other !== where && isWithin(where, other) ? [at] : [])),
}));

/** The margins that a finest cell counts in. */
export const marginsOf: readonly (readonly number[])[] = cells.map((_, cell) =>
  margins.flatMap((margin, at) => (margin.cells.includes(cell) ? [at] : [])),
);

/** The finest cell of somebody, or -1 outside of the grid. */
export const cellOf = (person: Person): number =>
  cells.findIndex((cell) => names.every((name) => cell[name] === person[name]));

/** Asks for every margin in every way until it is shown: alone, and in all tables that contain it. */
export async function readMargins(pool: Pool): Promise<Published[]> {
  const shown = new Map<string, Published>();
  const refused = new Set<number>();
  for (const [at, { where, broader }] of margins.entries()) {
    const free = names.filter((name) => where[name] === undefined);
    const pairs = free.flatMap((one, nth) => free.slice(nth + 1).map((other) => [one, other]));
    // What is too small to be asked about has nothing larger inside.
    for (const by of broader.some((above) => refused.has(above))
      ? []
      : [[], ...pairs, ...free.map((name) => [name])]) {
      if (refused.has(at) || spread(where, by).every((cell) => shown.has(textOf(cell)))) continue;
      const { total, cells: rows } = await pool.ask({ where, by });
      if (by.length === 0 && total === undefined) refused.add(at);
      for (const [text, count] of [...rows, [textOf(where), total] as const]) {
        if (count !== undefined) shown.set(text, count);
      }
    }
  }
  return margins.map(({ where }) => shown.get(textOf(where)));
}
