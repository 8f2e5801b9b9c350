import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changingShare, oldestBase } from './carry.ts';
import { broaderCells, type Cell, canonical, factsIn, type Ladder, shareFact, withoutFacts } from './cell.ts';
import { cellKey, recordKey } from './keys.ts';
import { allLayers } from './layers.ts';
import { makeResolver, type Previous, type PublishedCell } from './resolve.ts';
import { aboveFloor, factTauBounds, makeRules, tauBounds } from './rules.ts';

const staticKey = Buffer.alloc(32, 'site');
const keyOf = (epoch: number) => Buffer.alloc(32, `epoch ${epoch}`);
const rulesOf = (epoch: number) => makeRules({ epochKey: keyOf(epoch), staticKey });
const rules = [1, 2].map(rulesOf);

type Person = { id: string; occupation: string; german: string; gender: string };
type Town = readonly Person[];
const levels = ['A1', 'A2', 'B1'];
const ladder: Ladder = (dimension, code) => {
  if (dimension === 'occupation') return [2, 1].filter((n) => n < code.length).map((n) => code.slice(0, n));
  return dimension === 'german' ? levels.slice(0, levels.indexOf(code)).reverse() : [];
};

const isIn = (cell: Cell) => (person: Person) =>
  person.occupation.startsWith(cell.occupation ?? '') &&
  (cell.german === undefined || person.german >= cell.german) &&
  (cell.gender === undefined || person.gender === cell.gender);

/** Every cell of the small grammar of this town. */
const cells: Cell[] = ['', '7', '71', '711', '712', '72', '9'].flatMap((occupation) =>
  ['', ...levels].flatMap((german) =>
    ['', 'female', 'male'].map((gender) =>
      Object.fromEntries(Object.entries({ occupation, german, gender }).filter(([, code]) => code !== '')),
    ),
  ),
);

const people = fc.record({
  id: fc.uuid(),
  occupation: fc.constantFrom('711', '711', '712', '721', '911'),
  german: fc.constantFrom('A0', ...levels),
  gender: fc.constantFrom('female', 'male', 'male', 'male'),
});
const towns = fc.uniqueArray(people, { selector: ({ id }) => id, minLength: 20, maxLength: 150 });

type Given = {
  epoch?: number;
  layers?: Partial<typeof allLayers>;
  before?: Town;
  previous?: Map<string, Previous>;
  stored?: Map<string, Previous>;
};

/** What is published of a town; without `previous` every cell is answered afresh. */
function published(town: Town, { epoch = 1, layers = {}, before = [], previous, stored }: Given = {}) {
  const members = (among: Town, cell: Cell) => among.filter(isIn(cell));
  const known = rules[epoch - 1] ?? rulesOf(epoch);
  const wanted = { ...allLayers, hysteresis: previous !== undefined, ...layers };
  return makeResolver({
    rules: { ...known, layers: wanted },
    ladder,
    population: 'pool',
    epoch,
    count: (cell) => members(town, cell).length,
    keySum: (cell) => cellKey(members(town, cell).map(({ id }) => recordKey(keyOf(epoch), id))),
    stored: (text) => stored?.get(text),
    previous: (text) => previous?.get(text),
    changed: (cell) => changedIn(cell, before, town),
  });
}
/** How many people are in a cell of one of two towns or of both, and not the same in both. */
function changedIn(cell: Cell, before: Town, after: Town): number {
  const [were, are] = [before, after].map(
    (town) => new Map(town.map((one) => [one.id, JSON.stringify(one)])),
  );
  const ids = [before, after].flatMap((town) => town.filter(isIn(cell)).map(({ id }) => id));
  return [...new Set(ids)].filter((id) => were?.get(id) !== are?.get(id)).length;
}
const asPrevious = (answers: readonly PublishedCell[], gone = 0) =>
  new Map(answers.map(({ text, answer, baseEpoch }) => [text, { answer, baseEpoch, gone }]));

describe('within one epoch', () => {
  test('the order of questions makes no difference', () => {
    const orders = fc.shuffledSubarray(cells, { minLength: cells.length });
    fc.assert(
      fc.property(towns, orders, (town, order) => {
        const [straight, mixed] = [published(town), published(town)];
        cells.forEach(straight);
        for (const cell of order) expect(mixed(cell)).toEqual(straight(cell));
      }),
      { numRuns: 30 },
    );
  });

  test('nothing from 1 to 9 is published, and fewer than five people never are', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const resolve = published(town);
        for (const cell of cells) {
          const { count } = resolve(cell).answer;
          expect(count === null || (count >= 10 && count % 5 === 0)).toBe(true);
          if (town.filter(isIn(cell)).length < 5) expect(count).toBeNull();
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the same people have the same noise under whatever conditions they are asked for', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const resolve = published(town, { layers: { collapse: false } });
        const people = (cell: Cell) => town.filter(isIn(cell)).map(({ id }) => id);
        // With each fact the noise is greater; that such cells answer as one with fewer, collapse sees to.
        const answers = Map.groupBy(cells, (cell) => `${factsIn(cell)} ${people(cell)}`);
        for (const same of answers.values()) {
          expect(new Set(same.map((cell) => JSON.stringify(resolve(cell).answer))).size).toBe(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a few people cannot be isolated: what lacks only them is answered as something that holds them', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const resolve = published(town);
        const size = (cell: Cell) => town.filter(isIn(cell)).length;
        for (const cell of cells.filter((one) => size(one) >= 4 + aboveFloor.length)) {
          const above = broaderCells(cell, ladder);
          const few = (broader: Cell) => (shareFact(cell, broader) ? factTauBounds : tauBounds).least;
          const nearby = above.filter((broader) => size(broader) - size(cell) < few(broader));
          if (nearby.length === 0) continue;
          expect(above.map((broader) => resolve(broader).answer)).toContainEqual(resolve(cell).answer);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('what an epoch published stands, also when somebody is erased from it afterwards', () => {
  fc.assert(
    fc.property(towns, (town) => {
      const first = published(town);
      const stored = asPrevious(cells.map(first));
      const after = published(town.slice(10), { stored });
      for (const cell of cells) expect(after(cell)).toEqual(expect.objectContaining(first(cell)));
    }),
    { numRuns: 20 },
  );
});

describe('from one epoch to the next', () => {
  /** A town, and the same with some people moved away, some changed, and some new. */
  const changing = (most: number) =>
    fc
      .tuple(towns, fc.array(people, { maxLength: most }), fc.nat({ max: most }), fc.nat({ max: most }))
      .map(([before, arrived, left, changed]) => ({
        before,
        after: [
          ...before.slice(left + changed),
          ...before.slice(left, left + changed).map((person) => ({ ...person, german: 'B1' })),
          ...arrived,
        ],
      }));
  const twoEpochs = ({ before, after }: { before: Town; after: Town }, gone = 0) => {
    const first = published(before);
    const previous = asPrevious(cells.map(first), gone);
    return { first, second: published(after, { epoch: 2, before, previous }) };
  };

  test('one person who comes, leaves, or changes changes no answer at all', () => {
    const one = fc
      .tuple(towns, people, fc.constantFrom('comes', 'leaves', 'changes'))
      .map(([before, person, what]) => ({
        before,
        after:
          what === 'comes'
            ? [...before, person]
            : [...before.slice(1), ...(what === 'leaves' ? [] : [{ ...person, id: before[0]?.id ?? '' }])],
      }));
    fc.assert(
      fc.property(one, (town) => {
        const { first, second } = twoEpochs(town);
        for (const cell of cells) expect(second(cell).answer).toEqual(first(cell).answer);
      }),
      { numRuns: 50 },
    );
  });

  test('an answer stands until τ people and one in fifty of its work changed, whatever it tells of them, and then it is made of the people of the new epoch', () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(changing(8), (town) => {
        const { first, second } = twoEpochs(town);
        for (const cell of cells) {
          const { answer, baseEpoch } = second(cell);
          const around = withoutFacts(cell);
          const tau = rules[1]?.tau(canonical('pool', around)) ?? Number.NaN;
          const share = Math.floor(town.after.filter(isIn(around)).length * changingShare);
          const stands = changedIn(around, town.before, town.after) < tau + share;
          if (stands) expect(answer).toEqual(first(cell).answer);
          expect(baseEpoch).toBe(stands ? 1 : 2);
          seen.add(baseEpoch);
        }
      }),
      { numRuns: 50 },
    );
    expect(seen).toEqual(new Set([1, 2]));
  });

  test('who was erased counts as changed, though nobody knows any more who it was', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const { second } = twoEpochs({ before: town, after: town }, tauBounds.most + town.length);
        for (const cell of cells) expect(second(cell).baseEpoch).toBe(2);
      }),
      { numRuns: 10 },
    );
  });

  test('after twelve epochs an answer is made anew, unless nobody changed in anything: the same people have no second noise', () => {
    const before = fc.sample(towns, { numRuns: 1, seed: 4 })[0] ?? [];
    const after = before.slice(1);
    const previous = asPrevious(cells.map(published(before)));
    const wasChanged = cells.map((cell) => changedIn(withoutFacts(cell), before, after) > 0);
    const basesIn = (epoch: number, changed: boolean) => {
      const resolve = published(after, { epoch, before, previous });
      const some = cells.filter((_, at) => wasChanged[at] === changed);
      return new Set(some.map((cell) => resolve(cell).baseEpoch));
    };
    expect(basesIn(oldestBase, false)).toEqual(new Set([1]));
    expect(basesIn(1 + oldestBase, true)).toEqual(new Set([1]));
    expect(basesIn(1 + oldestBase, false)).toEqual(new Set([1 + oldestBase]));
    expect(basesIn(2 + oldestBase, true)).toEqual(new Set([2 + oldestBase]));
  });

  test('a cell that nobody asked about before is withheld until τ people are in it', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const resolve = published(town, { previous: new Map() });
        for (const cell of cells) {
          const isSmall = town.filter(isIn(cell)).length < (rules[0]?.tau(canonical('pool', cell)) ?? 0);
          if (isSmall) expect(resolve(cell).answer).toEqual({ count: null, isBase: false });
        }
      }),
      { numRuns: 30 },
    );
  });
});
