import { expect, test } from 'vitest';
import { makeRules } from './rules.ts';

const keys = { epochKey: Buffer.alloc(32, 'epoch'), staticKey: Buffer.alloc(32, 'site') };

test('without settings the rules are those of the method page', () => {
  const { hardFloor, threshold, roundTo, base, tables } = makeRules(keys);
  expect({ hardFloor, threshold, roundTo, base }).toEqual({
    hardFloor: 5,
    threshold: 10,
    roundTo: 5,
    base: 30,
  });
  // By how many facts are told.
  expect(tables.map(({ D, V, js }) => [D, V, js])).toEqual([
    [10, 4, 2],
    [15, 9, 2],
    [20, 16, 2],
    [25, 25, 2],
    [30, 36, 2],
  ]);
});

test.each([
  { hardFloor: 4 },
  { threshold: 9 },
  { roundTo: 1 },
  { D: 9 },
  { V: 3.9 },
  { js: 0 },
  { base: 29 },
  { threshold: Number.NaN },
  { hardFloor: 5.5 },
])('a setting that would weaken protection is refused by name: %o', (weaker) => {
  const [name = ''] = Object.keys(weaker);
  expect(() => makeRules({ ...keys, ...weaker })).toThrow(new RegExp(`^${name} is `));
});

test('a site may protect more', () => {
  const { hardFloor, threshold, roundTo, tables } = makeRules({
    ...keys,
    hardFloor: 8,
    threshold: 20,
    roundTo: 10,
    D: 20,
    V: 9,
  });
  expect([hardFloor, threshold, roundTo]).toEqual([8, 20, 10]);
  expect(tables.map(({ D, V }) => [D, V]).slice(0, 3)).toEqual([
    [20, 9],
    [25, 16],
    [30, 25],
  ]);
});

test.each([
  [{ hardFloor: 15 }, 'threshold is 10, but must be at least hardFloor (15)'],
  [{ roundTo: 25 }, 'roundTo is 25, but must not exceed threshold (10)'],
  [{ roundTo: 7 }, 'roundTo is 7, but must be a multiple of 5'],
])('settings that contradict each other are refused: %o', (settings, reason) => {
  expect(() => makeRules({ ...keys, ...settings })).toThrow(reason);
});

test.each(['epochKey', 'staticKey'])('a short %s is refused', (name) => {
  expect(() => makeRules({ ...keys, [name]: Buffer.from('secret') })).toThrow(
    `${name} needs at least 32 random bytes`,
  );
});

test('rules can be logged without showing a key', () => {
  expect(JSON.stringify(makeRules(keys))).not.toMatch(/epochKey|staticKey/);
});
