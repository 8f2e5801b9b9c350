import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordKey } from './keys.ts';
import { isMixed, type Keyed, mixed, mixedFacts, mixing } from './mixing.ts';

const keyed = fc.record({
  key: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  work: fc.constantFrom('', '2', '5', '7'),
});
const town = fc.uniqueArray(keyed, { selector: ({ key }) => key, maxLength: 300 });
const fact = fc.constantFrom(...mixedFacts);

/** People with keys as they really are. */
const crowd = (people: number): Keyed[] =>
  Array.from({ length: people }, (_, nth) => ({
    key: BigInt.asIntN(64, recordKey(Buffer.alloc(32, 'site'), `newcomer ${nth}`)),
    work: String(1 + (nth % 9)),
  }));

test('a fact of somebody is shown once or twice or not at all, so that nobody can count on the sum of a town', () => {
  const shown = mixed(crowd(20_000), 'german');
  const times = Map.groupBy(Map.groupBy(shown, (from) => from).values(), ({ length }) => length);
  expect([...times.keys()].toSorted()).toEqual([1, 2]);
  const share = mixing.share / mixing.of;
  // Not by themselves, and not by the one before.
  expect((20_000 - new Set(shown).size) / 20_000).toBeCloseTo((1 - share) * share, 2);
});

test('whose fact is not mixed shows their own, and everybody else that of another, unless they are alone', () => {
  fc.assert(
    fc.property(town, fact, (people, one) => {
      for (const [place, from] of mixed(people, one).entries()) {
        const stays = people.length < 2 || !isMixed(people[place]?.key ?? 0n, one);
        expect(from === place).toBe(stays);
      }
    }),
  );
});

test('whoever comes changes what at most one other shows', () => {
  fc.assert(
    fc.property(town, keyed, fact, (people, newcomer, one) => {
      fc.pre(people.every(({ key }) => key !== newcomer.key));
      const before = mixed(people, one);
      const after = mixed([...people, newcomer], one);
      expect(before.filter((from, place) => from !== after[place]).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('about three facts in ten are mixed, each fact of a person on its own', () => {
  const people = crowd(100_000);
  const share = mixing.share / mixing.of;
  for (const one of mixedFacts) {
    expect(people.filter(({ key }) => isMixed(key, one)).length / people.length).toBeCloseTo(share, 2);
  }
  const both = people.filter(({ key }) => isMixed(key, 'german') && isMixed(key, 'education'));
  expect(both.length / people.length).toBeCloseTo(share ** 2, 2);
});

test('people mostly show facts of people of similar work', () => {
  const people = crowd(20_000);
  const shown = mixed(people, 'experience');
  const elsewhere = shown.filter((from, place) => people[from]?.work !== people[place]?.work);
  expect(elsewhere.length).toBeLessThanOrEqual(9);
});
