import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBelowFloor, protect } from './index.ts';
import { cellKey, recordKey } from './keys.ts';
import { lookup, type PTable } from './ptable.ts';
import { aboveFloor, makeRules } from './rules.ts';

const epochKey = Buffer.alloc(32, 'epoch');
const siteKeys = { epochKey, staticKey: Buffer.alloc(32, 'site') };
const rules = makeRules(siteKeys);
const keySums = fc.bigInt({ min: 0n, max: 2n ** 80n });
const counts = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100_000 }));
const cells = fc.record({ count: counts, keySum: keySums });

/** A table that changes nothing. */
const quiet: PTable = {
  ...{ D: 0, V: 0, js: 0 },
  rows: [{ i: 0, entries: [{ v: 0, p: 1, ub: 1 }], mean: 0, variance: 0 }],
};

test('nothing from 1 to 9 is ever published, nor a zero, nor anything but multiples of 5', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const shown = protect(cell, rules).count;
      return shown === null || (shown >= 10 && shown % 5 === 0);
    }),
    { numRuns: 2000 },
  );
});

test('fewer than five people are withheld, whatever the noise', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      keySums,
      (count, keySum) => protect({ count, keySum }, rules).count === null,
    ),
  );
});

test('no answer proves the fifth person: one more makes it at most twice as likely that a cell passes its floor', () => {
  for (const [nth, cells] of aboveFloor.slice(1).entries()) {
    expect(cells).toBeLessThanOrEqual(2 * (aboveFloor[nth] ?? 0));
  }
  const passing = (count: number) =>
    Array.from({ length: 2000 }, (_, k) => ({ count, keySum: BigInt(k) * 7919n })).filter(
      (cell) => !isBelowFloor(cell, rules),
    ).length / 2000;
  expect(passing(4)).toBe(0);
  for (const [nth, cells] of aboveFloor.entries()) {
    expect(Math.abs(passing(5 + nth) - cells / 256)).toBeLessThan(0.03);
  }
});

test('from five to nine, noise may lift a cell over the threshold, and the floor alone may be raised', () => {
  const nines = Array.from({ length: 500 }, (_, k) => ({ count: 9, keySum: BigInt(k) }));
  expect(new Set(nines.map((cell) => protect(cell, rules).count))).toEqual(new Set([null, 10, 15]));
  const stricter = makeRules({ ...siteKeys, hardFloor: 10 });
  expect(new Set(nines.map((cell) => protect(cell, stricter).count))).toEqual(new Set([null]));
});

test('the threshold looks at the perturbed count before rounding: 9 does not round up to 10', () => {
  const still = {
    ...rules,
    tables: [quiet] as const,
  };
  const shown = [8, 9, 10, 12, 13, 17, 18].map((count) => protect({ count, keySum: 0n }, still).count);
  expect(shown).toEqual([null, null, 10, 10, 15, 15, 20]);
});

test('halves round up where roundTo is even', () => {
  const still = {
    ...rules,
    roundTo: 10,
    tables: [quiet] as const,
  };
  expect(protect({ count: 15, keySum: 0n }, still).count).toBe(20);
});

test('the same people give the same answer, in any order, summed by SQL or not', () => {
  const people = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });
  const orders = people.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(orders, ([all, mixed]) => {
      const [keys, mixedKeys] = [all, mixed].map((ids) => ids.map((id) => recordKey(epochKey, id)));
      const summed = (keys ?? []).reduce((sum, key) => sum + key, 0n);
      const answers = [summed, cellKey(keys ?? []), cellKey(mixedKeys ?? [])];
      return new Set(answers.map((keySum) => protect({ count: all.length, keySum }, rules).count)).size === 1;
    }),
  );
});

test('what is no count, or tells more facts than a question can, is refused', () => {
  for (const count of [-1, 2.5, Number.NaN])
    expect(() => protect({ count, keySum: 0n }, rules)).toThrow(RangeError);
  expect(() => protect({ count: 20, keySum: 0n, facts: 5 }, rules)).toThrow('No cell tells 5 facts.');
});

describe('over 100,000 cells the noise', () => {
  const n = 100_000;
  const keys = Array.from({ length: n }, (_, k) => recordKey(epochKey, `newcomer ${k}`));

  test.each([
    [6, 4, 0],
    [25, 4, 0],
    [6, 9, 1],
    [25, 9, 1],
    [30, 16, 2],
    [40, 25, 3],
  ])('at a count of %i has mean 0 and variance %i where %i facts are told', (count, most, facts) => {
    const table = rules.tables[facts] ?? quiet;
    const noise = keys.map((key) => lookup(table, count, rules.draw(key, count)));
    const mean = noise.reduce((sum, v) => sum + v, 0) / n;
    const variance = noise.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n;
    // Four standard errors; the keys are fixed, so that the outcome is too.
    expect(Math.abs(mean)).toBeLessThan((4 * Math.sqrt(most)) / Math.sqrt(n));
    expect(Math.abs(variance / most - 1)).toBeLessThan(0.02);
  });
});

test('a raw count does not pass for a protected one', () => {
  // @ts-expect-error: only protect makes a SafeCount.
  const leaked: ReturnType<typeof protect> = { count: 17, isBase: false };
  expect(leaked.count).toBe(17);
});
