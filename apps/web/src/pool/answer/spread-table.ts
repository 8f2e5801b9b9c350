import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import type { PoolRow, Published } from '@kannwas/schema/pool/table';

/** One published cell; a hidden one is not shown by a rule of the whole table. */
export type Cell = { count: Published; hidden: boolean };
export type Line = { code: string; all: Cell; across: readonly Cell[] };

/** The rows of an answer as a table: one line for each code of a dimension, a column for each of another, if any. */
export type Spread = {
  down: PoolDimension;
  across: PoolDimension | undefined;
  acrossCodes: readonly string[];
  lines: readonly Line[];
  /** The margin of the columns. */
  foot: readonly Cell[];
};

/** Lays rows out; of two dimensions the one with fewer codes goes across, so that the table stays readable. */
export function layOut(rows: readonly PoolRow[], by: readonly PoolDimension[]): Spread | undefined {
  const margins = by.map((dimension) =>
    rows.filter((row) => row[dimension] !== undefined && by.every((one) => one === dimension || !row[one])),
  );
  const [longest, other] = by
    .map((dimension, place) => ({ dimension, margin: margins[place] ?? [] }))
    .toSorted((a, b) => b.margin.length - a.margin.length);
  if (!longest) return undefined;
  const { dimension: down } = longest;
  const across = other?.dimension;
  const cells = new Map(rows.map((row) => [keyOf(row[down], across && row[across]), cellOf(row)]));
  const acrossCodes = across ? (other?.margin ?? []).map((row) => row[across] ?? '') : [];
  const at = (code: string | undefined, beside: string | undefined) =>
    cells.get(keyOf(code, beside)) ?? { count: null, hidden: true };
  return {
    down,
    across,
    acrossCodes,
    lines: longest.margin.map((row) => ({
      code: row[down] ?? '',
      all: cellOf(row),
      across: acrossCodes.map((code) => at(row[down], code)),
    })),
    foot: acrossCodes.map((code) => at(undefined, code)),
  };
}

const keyOf = (down: string | undefined, across: string | undefined) => `${down ?? ''}~${across ?? ''}`;
const cellOf = ({ count, hidden }: PoolRow): Cell => ({ count, hidden: hidden === true });

/** Whether a line shows any number; one without is not worth its place in a long table. */
export const hasNumber = ({ all, across }: Line) => [all, ...across].some(({ count }) => count !== null);
