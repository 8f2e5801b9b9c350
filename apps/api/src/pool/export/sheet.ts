import {
  type Conditions,
  dimensionsOf,
  inOrder,
  type PoolDimension,
  type PoolQuery,
} from '@kannwas/schema/pool/grammar';
import type { PoolRow, PoolTable, Published } from '@kannwas/schema/pool/table';
import type { Words } from './words.ts';

/** A cell of a file: its code and name in each dimension, and the published number. */
export type Line = {
  /** In the order of `dimensions`; undefined where everybody is counted together. */
  codes: (string | undefined)[];
  count: Published;
  /** Stands for the number where there is none: "<10", or "." for what is not shown at all. */
  shown: number | string;
};

/** A table as every format writes it: the same lines with the same numbers. */
export type Sheet = {
  question: string;
  dimensions: PoolDimension[];
  /** The first is the total. */
  lines: Line[];
  epoch: PoolTable['epoch'];
  /** Plain sentences: how the numbers were made, and why there are none. */
  notes: string[];
};

/** Lays a table out for a file. */
export function sheetOf(query: PoolQuery, table: PoolTable, { words, labelOf }: Words): Sheet {
  const { by, ...where } = query;
  const dimensions = dimensionsOf(where, by);
  const line = (spread: Conditions, count: Published, isShown = true): Line => ({
    codes: dimensions.map((name) => spread[name] ?? where[name]),
    count,
    shown: isShown ? (count ?? '<10') : '.',
  });
  const codesOf = ({ count, hidden, ...codes }: PoolRow) => codes;
  const conditions = dimensions.flatMap((name) => {
    const code = where[name];
    return code ? [`${words.dimensions[name]}: ${labelOf(name, code)}`] : [];
  });
  const spread = inOrder(by).map((name) => words.dimensions[name]);
  return {
    question: [conditions.join(', ') || words.everybody, ...spread].join(' / '),
    dimensions,
    lines: [
      line({}, table.total, table.refused === null),
      ...table.rows.map((row) => line(codesOf(row), row.count, row.hidden === undefined)),
    ],
    epoch: table.epoch,
    notes: [words.method, ...(table.refused ? [words.refused[table.refused]] : [])],
  };
}
