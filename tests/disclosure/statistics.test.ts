import { makeRandom } from '@kannwas/api/demo/people/random';
import { expect, test } from 'vitest';
import { areaUnderCurve, bestClaims, beyondControl, wilson } from './statistics.ts';

test('a share has the interval that the textbook gives it', () => {
  const { low, high } = wilson(81, 263);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test('whoever guesses is not taken for an attacker', () => {
  const random = makeRandom('guessing');
  const guesses = Array.from({ length: 4_000 }, () => ({
    confidence: random.next(),
    right: random.chance(0.3),
    baseline: 0.3,
  }));
  const { value, low, upper } = bestClaims(guesses);
  expect(Math.abs(value)).toBeLessThan(0.05);
  expect(low).toBeLessThan(0.05);
  expect(upper).toBeLessThan(0.12);
});

test('whoever knows one in twenty for certain is found out, however much they guess elsewhere', () => {
  const random = makeRandom('knowing');
  const guesses = Array.from({ length: 4_000 }, () => {
    const knows = random.chance(0.05);
    return { confidence: knows ? 2 : random.next(), right: knows || random.chance(0.3), baseline: 0.3 };
  });
  const { value, claimRate } = bestClaims(guesses);
  expect(value).toBeGreaterThan(0.99);
  expect(claimRate).toBeCloseTo(0.05, 2);
});

test('scores that say nothing have an area of a half, and those that say everything of one', () => {
  expect(areaUnderCurve([1, 1, 1], [1, 1, 1]).value).toBe(0.5);
  expect(areaUnderCurve([2, 3, 4], [0, 1]).value).toBe(1);
  expect(areaUnderCurve([0, 1], [0, 1]).value).toBe(0.5);
  expect(areaUnderCurve([0, 0], [1, 1]).value).toBe(0);
});

test('whoever only knows a group is right about those of it who did not answer as often', () => {
  const random = makeRandom('groups');
  const guesses = Array.from({ length: 4_000 }, () => {
    const isAlike = random.chance(0.5);
    const confidence = isAlike ? 1 : random.next() / 2;
    return { confidence, right: isAlike, controlRight: isAlike, baseline: 0.3 };
  });
  expect(bestClaims(guesses).value).toBeGreaterThan(0.9);
  expect(Math.abs(beyondControl(guesses).value)).toBeLessThan(0.01);
  const personal = guesses.map((guess) => ({ ...guess, controlRight: random.chance(0.3) }));
  expect(beyondControl(personal).low).toBeGreaterThan(0.9);
});

test('luck with a few towns is not taken for skill', () => {
  const random = makeRandom('towns');
  // In each town everything is right or wrong together, and the confidence with it.
  const guesses = Array.from({ length: 60 }, (_, town) => {
    const isLucky = random.chance(0.3);
    const confidence = random.next();
    return Array.from({ length: 30 }, () => ({ confidence, right: isLucky, baseline: 0.3, together: town }));
  }).flat();
  const apart = guesses.map(({ together: _, ...guess }) => guess);
  expect(bestClaims(guesses).value).toBeLessThan(bestClaims(apart).value);
  const width = ({ low, upper }: { low: number; upper: number }) => upper - low;
  expect(width(bestClaims(guesses))).toBeGreaterThan(3 * width(bestClaims(apart)));
});
