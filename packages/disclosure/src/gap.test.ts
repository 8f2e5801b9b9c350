import { SafeCount } from '@kannwas/schema/pool';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subtract } from './gap.ts';

const published = (n: number) => SafeCount.parse(n);

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
      const { low, high } = subtract(published(Math.round(n / 5) * 5), 0);
      return low <= n && n <= high;
    }),
  );
});
