import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subtract } from './gap.ts';
import { protect } from './index.ts';
import { makeRules } from './rules.ts';

const rules = makeRules({ epochKey: Buffer.alloc(32, 'epoch'), staticKey: Buffer.alloc(32, 'site') });
const quiet = { i: 0, entries: [{ v: 0, p: 1, ub: 1 }], mean: 0, variance: 0 };
/** What is shown for n people where the noise happens to be 0. */
const published = (n: number) =>
  protect({ count: n, keySum: 0n }, { ...rules, tables: [{ D: 0, V: 0, js: 0, rows: [quiet] }] }).count;

test('25 published bricklayers and 10 wanted leave 13 to 17', () => {
  expect(subtract(published(25), 10)).toEqual({ low: 13, high: 17 });
});

test('a withheld supply stands for 0 to 9, whatever is wanted', () => {
  expect(subtract(null, 12)).toEqual({ low: -12, high: -3 });
  expect(subtract(null, 0)).toEqual({ low: 0, high: 9 });
});

test('a published 10 stands for 10 to 12: less would be withheld', () => {
  expect(subtract(published(10), 0)).toEqual({ low: 10, high: 12 });
});

test('a site with stricter rules gets the wider intervals that follow from them', () => {
  const strict = { threshold: 20, roundTo: 10 };
  expect(subtract(published(30), 0, strict)).toEqual({ low: 25, high: 34 });
  expect(subtract(null, 0, strict)).toEqual({ low: 0, high: 19 });
});

test('every count that may be shown lies in the interval of what is shown for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 10_000 }), (n) => {
      const { low, high } = subtract(published(n), 0);
      return low <= n && n <= high;
    }),
  );
});
