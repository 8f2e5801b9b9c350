import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protect } from './index.ts';
import { allLayers } from './layers.ts';
import { dominanceBounds, makeRules } from './rules.ts';
import { type Table, tableRules } from './table.ts';

const keys = { epochKey: Buffer.alloc(32, 'epoch'), staticKey: Buffer.alloc(32, 'site') };
const rules = makeRules(keys);

const levels = ['A1', 'A2', 'B1'];
const ladder = (dimension: string, code: string) =>
  dimension === 'german' ? levels.slice(0, levels.indexOf(code)).reverse() : [];

const still = makeRules({ ...keys, layers: { ...allLayers, noise: false } });
/** What is published of so many people where there is no noise. */
const published = (count: number) => ({ answer: protect({ count, keySum: 0n }, still) });
const codes = (prefix: string, counts: readonly unknown[]) => counts.map((_, k) => `${prefix}${k}`);

/** A table by one dimension. */
function line(total: number, counts: readonly number[], by = 'education', names = codes('e', counts)): Table {
  return {
    population: 'pool',
    total: { cell: {}, ...published(total) },
    by: [by],
    rows: counts.map((count, k) => ({ cell: { [by]: names[k] ?? '' }, ...published(count) })),
    ladder,
  };
}

/** A table by two dimensions, laid out as the engine does: margins of each, then the interior row by row. */
function cross(interior: readonly (readonly number[])[]): Table {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const columns = (interior[0] ?? []).map((_, k) => interior.map((row) => row[k] ?? 0));
  return {
    population: 'pool',
    total: { cell: { german: 'A1' }, ...published(sum(interior.flat())) },
    by: ['occupation', 'place'],
    rows: [
      ...interior.map((row, i) => ({ cell: { german: 'A1', occupation: `o${i}` }, ...published(sum(row)) })),
      ...columns.map((column, k) => ({ cell: { german: 'A1', place: `p${k}` }, ...published(sum(column)) })),
      ...interior.flatMap((row, i) =>
        row.map((count, k) => ({
          cell: { german: 'A1', occupation: `o${i}`, place: `p${k}` },
          ...published(count),
        })),
      ),
    ],
    ladder,
  };
}
/** The interior as it is shown: false where it is hidden. */
function shownOf(interior: readonly (readonly number[])[]): boolean[][] {
  const { hidden } = tableRules(cross(interior), rules);
  const [height, width] = [interior.length, interior[0]?.length ?? 0];
  return interior.map((row, i) => row.map((_, k) => !hidden.has(height + width + i * width + k)));
}
const hiddenOf = (table: Table) => [...tableRules(table, rules).hidden];

describe('nearly all in one category', () => {
  test('a line of which one category holds everybody shows its total only', () => {
    expect(hiddenOf(line(100, [100, 0, 0]))).toEqual([0, 1, 2]);
    expect(hiddenOf(line(100, [85, 15, 0], 'place'))).toEqual([]);
    expect(hiddenOf(line(100, [96, 15, 0], 'place'))).toEqual([0, 1, 2]);
  });

  test('where facts are mixed, less is as much by half of what is mixed: exchanging makes every line look more even', () => {
    expect(hiddenOf(line(100, [69, 15, 0], 'education'))).toEqual([]);
    expect(hiddenOf(line(100, [81, 15, 0], 'education'))).toEqual([0, 1, 2]);
  });

  test('the greatest share that is shown lies between 85 and 95 percent, and nobody can tell where', () => {
    const shares = Array.from({ length: 300 }, (_, k) => rules.dominance(`pool:occupation=${k} by place`));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(dominanceBounds.least);
    expect(Math.max(...shares)).toBeLessThan(dominanceBounds.most);
    expect(Math.min(...shares)).toBeLessThan(0.86);
    expect(Math.max(...shares)).toBeGreaterThan(0.94);
  });

  test('it stays the same in the next epoch', () => {
    const next = makeRules({ ...keys, epochKey: Buffer.alloc(32, 'next') });
    expect(next.dominance('pool: by place')).toBe(rules.dominance('pool: by place'));
  });

  test('of levels that contain one another the largest step counts, not the lowest level', () => {
    const german = (total: number, counts: number[]) => hiddenOf(line(total, counts, 'german', levels));
    expect(german(100, [100, 60, 25])).toEqual([]);
    expect(german(100, [100, 100, 0])).toEqual([0, 1, 2]);
    expect(german(200, [10, 10, 0])).toEqual([0, 1, 2]);
  });

  test('the order of the categories makes no difference', () => {
    const reversed = line(100, [25, 60, 100], 'german', levels.toReversed());
    expect(hiddenOf(reversed)).toEqual([]);
  });

  test('nothing is shown under a withheld total', () => {
    expect(hiddenOf(line(0, [10, 10, 0]))).toEqual([0, 1, 2]);
  });
});

describe('a single category', () => {
  test('is not shown alone', () => {
    expect(hiddenOf(line(100, [40, 0, 0]))).toEqual([0, 1, 2]);
    expect(hiddenOf(line(100, [40, 10, 0]))).toEqual([]);
  });

  test('where nothing is published nothing needs hiding', () => {
    expect(hiddenOf(line(25, [0, 0, 0]))).toEqual([]);
  });
});

describe('a table by two dimensions', () => {
  test('shows rows and columns that are spread out', () => {
    const interior = [
      [30, 40],
      [20, 60],
    ];
    expect(shownOf(interior).flat()).toEqual([true, true, true, true]);
  });

  test('a dominated row is hidden, and its total is not', () => {
    const interior = [
      [100, 0, 0],
      [20, 30, 40],
      [40, 30, 20],
    ];
    const { hidden } = tableRules(cross(interior), rules);
    expect(shownOf(interior)).toEqual([
      [false, false, false],
      [true, true, true],
      [true, true, true],
    ]);
    expect([0, 1, 2, 3, 4, 5].filter((margin) => hidden.has(margin))).toEqual([]);
  });

  test('a dominated column is hidden, and what then stands alone in its row too', () => {
    const interior = [
      [400, 2000, 400],
      [400, 0, 400],
      [0, 60, 100],
    ];
    expect(shownOf(interior)).toEqual([
      [true, false, true],
      [true, false, true],
      [false, false, false],
    ]);
  });

  test('a dominated margin hides all that lies under it', () => {
    const interior = [
      [200, 300],
      [0, 10],
    ];
    expect(new Set(tableRules(cross(interior), rules).hidden)).toEqual(new Set([0, 1, 4, 5, 6, 7]));
  });

  test('every line that shows anything shows at least two categories and its total', () => {
    const counts = fc.integer({ min: 0, max: 12 }).map((fives) => (fives < 2 ? 0 : fives * 5));
    const tables = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(counts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(tables, (interior) => {
        const shown = shownOf(interior).map((row, i) => row.map((is, k) => is && interior[i]?.[k] !== 0));
        const columns = shown[0]?.map((_, k) => shown.map((row) => row[k])) ?? [];
        for (const shownLine of [...shown, ...columns]) {
          expect(shownLine.filter(Boolean)).not.toHaveLength(1);
        }
      }),
    );
  });

  test('a dominated row is hidden in each table that shows it', () => {
    const row = { ...line(100, [100, 0], 'place', ['p0', 'p1']), by: ['place'] };
    const alone = {
      ...row,
      total: { ...row.total, cell: { german: 'A1', occupation: 'o0' } },
      rows: row.rows.map((one) => ({ ...one, cell: { german: 'A1', occupation: 'o0', ...one.cell } })),
    };
    const interior = [
      [100, 0],
      [50, 60],
    ];
    expect(hiddenOf(alone)).toEqual([0, 1]);
    expect(shownOf(interior)[0]).toEqual([false, false]);
  });
});

describe('a sparse table is refused', () => {
  const refused = (interior: number[][]) => tableRules(cross(interior), rules).refused;

  test('when more than half of the cells in rows with anybody are withheld', () => {
    expect(refused([[30, 30, 0, 0]])).toBe(false);
    expect(refused([[90, 90, 0, 0, 0]])).toBe(true);
  });

  test('rows of which nothing is published are not counted', () => {
    expect(
      refused([
        [30, 30],
        [0, 0],
      ]),
    ).toBe(false);
  });

  test('when the cells hold fewer than five people on average, empty rows too', () => {
    expect(refused([[10, 10], ...Array.from({ length: 3 }, () => [0, 0])])).toBe(true);
    expect(refused([[20, 20], ...Array.from({ length: 3 }, () => [0, 0])])).toBe(false);
  });

  test('but one by a single dimension never is: broader questions show its cells anyway', () => {
    expect(tableRules(line(20, [10, 10, 0, 0, 0, 0, 0]), rules).refused).toBe(false);
  });

  test('an empty table by two dimensions too', () => {
    expect(
      refused([
        [0, 0],
        [0, 0],
      ]),
    ).toBe(true);
  });
});

test('without the layer everything is shown, as only tests may ask for', () => {
  const without = makeRules({ ...keys, layers: { ...allLayers, tableRules: false } });
  expect(tableRules(cross([[100, 0, 0]]), without)).toEqual({ refused: false, hidden: new Set() });
});
