import type { Cell } from '@kannwas/disclosure/cell';
import { type PoolDimension, PoolQuery } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import type { Truth } from '../truth.ts';

/** One published number of a table and the cell it stands for. */
export type Entry = { cell: Cell; published: Published };

/** A table by two dimensions of which everybody has one code each: its lines add up, but for the protection. */
export type Grid = {
  total: Entry;
  rows: readonly Entry[];
  columns: readonly Entry[];
  /** By row, then by column. */
  inner: readonly (readonly Entry[])[];
};

const additive: readonly PoolDimension[] = [
  'occupation',
  'place',
  'education',
  'experience',
  'gender',
  'age',
];

/** What can be asked for as a grid, everybody or under one condition. */
export function gridsOf(truth: Truth): { where: Cell; by: [PoolDimension, PoolDimension] }[] {
  const conditions = [...additive, 'german' as const, 'availability' as const].flatMap((dimension) =>
    truth.codes(dimension).map((code): Cell => ({ [dimension]: code })),
  );
  const pairs = additive.flatMap((one, at) => additive.slice(at + 1).map((other) => [one, other] as const));
  return [{}, ...conditions].flatMap((where: Cell) =>
    truth.count(where) < 60
      ? []
      : pairs
          .filter(([one, other]) => PoolQuery.safeParse({ ...where, by: `${one},${other}` }).success)
          .map(([one, other]) => ({ where, by: [one, other] })),
  );
}

/** Asks for a grid; undefined where it is refused, or has nothing inside. */
export async function readGrid(
  pool: Pool,
  { where, by }: { where: Cell; by: [PoolDimension, PoolDimension] },
): Promise<Grid | undefined> {
  const [one, other] = by;
  const { total, cells } = await pool.ask({ where, by });
  if (typeof total !== 'number') return undefined;
  const entries = [...cells].map(([text, published]): Entry => ({ cell: cellOf(text), published }));
  const isSpread = (cell: Cell, name: string) => cell[name] !== where[name];
  const rows = entries.filter(({ cell }) => isSpread(cell, one) && !isSpread(cell, other));
  const columns = entries.filter(({ cell }) => isSpread(cell, other) && !isSpread(cell, one));
  const inner = rows.map((row) =>
    columns.map((column): Entry => {
      const cell = { ...where, ...row.cell, ...column.cell, [one]: row.cell[one] ?? '' };
      return { cell, published: cells.get(textOf(cell)) };
    }),
  );
  return inner.flat().length === 0
    ? undefined
    : { total: { cell: where, published: total }, rows, columns, inner };
}

const cellOf = (text: string): Cell => Object.fromEntries(new URLSearchParams(text));
