import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookup, type PTable, PTableInfeasible, ptable } from './ptable.ts';

function row(table: PTable, i: number) {
  const found = table.rows[i];
  if (!found) throw new Error(`The table has no row ${i}.`);
  return { ...found, v: found.entries.map(({ v }) => v), p: found.entries.map(({ p }) => p) };
}

function expectProbabilities(p: number[], expected: number[]) {
  expect(p).toHaveLength(expected.length);
  for (const [k, value] of expected.entries())
    expect(Math.abs((p[k] ?? Number.NaN) - value)).toBeLessThan(1e-7);
}

describe('the published examples', () => {
  test('D = 2, V = 0.9', () => {
    const table = ptable({ D: 2, V: 0.9 });
    expect(table.rows).toHaveLength(3);
    expect(row(table, 1).v).toEqual([-1, 0, 1, 2]);
    expectProbabilities(row(table, 1).p, [0.3625, 0.3625, 0.1875, 0.0875]);
    expectProbabilities(row(table, 2).p, [0.05154609, 0.24381564, 0.40927654, 0.24381564, 0.05154609]);
  });

  test('D = 2, V = 1: from 1 the variance cannot be reached', () => {
    const table = ptable({ D: 2, V: 1 });
    expect(row(table, 1).variance).toBeCloseTo(0.93188, 5);
    expectProbabilities(row(table, 1).p, [0.36648551, 0.36648551, 0.16757247, 0.09945652]);
  });

  test('the wish for p(0) is kept where V can still be reached, one value per row', () => {
    const table = ptable({ D: 4, V: 1, pstay: [0.5, 0.5, 0.7, 0.8] });
    expect([1, 2, 3, 4].map((i) => row(table, i).p[row(table, i).v.indexOf(0)])).toEqual([
      0.5, 0.5, 0.7, 0.8,
    ]);
  });

  test('the wish for p(0) is lowered in steps of 0.05 until V is reached', () => {
    // 0.4 spread evenly over −2, −1, 1, 2 is the most that reaches V = 1.
    expectProbabilities(row(ptable({ D: 2, V: 1, pstay: 0.7 }), 2).p, [0.1, 0.1, 0.6, 0.1, 0.1]);
  });
});

const parameters = fc.record({
  D: fc.integer({ min: 1, max: 15 }),
  V: fc.double({ min: 0.5, max: 20, noNaN: true }),
  js: fc.integer({ min: 0, max: 4 }),
  mono: fc.boolean(),
  pstay: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.99, noNaN: true })),
});

describe('every table', () => {
  test('is unbiased noise within its bounds, or says why it cannot be', () => {
    const check = (asked: { D: number; V: number; js: number; mono: boolean; pstay: number }) => {
      const table = tableOrNothing(asked);
      if (table) expectSound(table, asked.mono);
    };
    fc.assert(fc.property(parameters, check), { numRuns: 60 });
  });

  test('is sound with the parameters of the house', () => {
    const table = ptable({ D: 10, V: 4, js: 2 });
    expect(table.rows).toHaveLength(14);
    expectSound(table, true);
    for (const { i, variance } of table.rows.slice(2))
      expect([i, Math.abs(variance - 4) < 1e-6]).toEqual([i, true]);
  });

  test('is symmetric in its last row', () => {
    const { p } = row(ptable({ D: 10, V: 4, js: 2 }), 13);
    for (const [k, probability] of p.entries())
      expect(probability).toBeCloseTo(p.at(-1 - k) ?? Number.NaN, 7);
  });
});

function tableOrNothing(asked: Parameters<typeof ptable>[0]): PTable | undefined {
  try {
    return ptable(asked);
  } catch (error) {
    expect(error).toBeInstanceOf(PTableInfeasible);
    expect(String(error)).toMatch(/must exceed/);
    return undefined;
  }
}

function expectSound({ D, V, js, rows }: PTable, mono: boolean) {
  expect(rows.map(({ i }) => i)).toEqual(Array.from({ length: js > 0 ? D + js + 2 : D + 1 }, (_, i) => i));
  for (const { i, entries, mean, variance } of rows) {
    expect(entries.at(-1)?.ub).toBe(1);
    expect(entries.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9);
    expect(Math.abs(mean)).toBeLessThan(1e-6);
    // Bounds are rounded to 8 decimals, and the variance weighs them by squares.
    expect(variance).toBeLessThanOrEqual(V + 1e-8 * D ** 2);
    for (const [k, { v, p }] of entries.entries()) {
      expect(p).toBeGreaterThanOrEqual(0);
      expect(Math.abs(v)).toBeLessThanOrEqual(D);
      expect(i + v === 0 || i + v > js).toBe(true);
      // Rounding to 8 decimals may move a pooled pair apart by two units.
      const before = entries[k - 1];
      if (mono && i > js && before && v <= 0) expect(p).toBeGreaterThanOrEqual(before.p - 2.5e-8);
    }
  }
}

test.each([
  [{ D: 10, V: 2, js: 2 }, 'V must exceed 2'],
  [{ D: 10, V: 6, js: 4 }, 'V must exceed 6'],
  [{ D: 2, V: 4, js: 2 }, 'D = 2 must exceed js = 2'],
  [{ D: 2.5, V: 4 }, 'D is a whole number'],
  [{ D: 5, V: Number.NaN }, 'V is a number above 0'],
  [{ D: 5, V: 3, js: -1 }, 'js is a whole number'],
  [{ D: 5, V: 3, pstay: 1 }, 'pstay is a probability'],
  [{ D: 5, V: 3, mono: [true] }, 'mono needs one value, or 5'],
])('impossible parameters %o are refused with a reason', (asked, reason) => {
  expect(() => ptable(asked)).toThrow(PTableInfeasible);
  expect(() => ptable(asked)).toThrow(reason);
});

describe('looking up', () => {
  const table = ptable({ D: 2, V: 0.9 });

  test('takes the first noise whose upper bound lies above the draw', () => {
    expect([0, 0.3624, 0.3625, 0.725, 0.9125, 0.999999].map((u) => lookup(table, 1, u))).toEqual([
      -1, -1, 0, 1, 2, 2,
    ]);
  });

  test('takes the last noise where the draw was rounded up to 1', () => {
    expect(lookup(table, 1, 1)).toBe(2);
  });

  test('uses the last row for every greater count', () => {
    expect(lookup(table, 4711, 0.04)).toBe(lookup(table, 2, 0.04));
  });

  test('leaves nobody at nobody', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (u) => lookup(table, 0, u) === 0));
  });

  test('refuses what is no count and no draw', () => {
    expect(() => lookup(table, -1, 0.5)).toThrow(RangeError);
    expect(() => lookup(table, 1.5, 0.5)).toThrow(RangeError);
    expect(() => lookup(table, 1, Number.NaN)).toThrow(RangeError);
  });
});
