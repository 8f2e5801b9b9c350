import { changesBetween } from '@kannwas/api/pool/columns/changes';
import { makeCounting, type Needed } from '@kannwas/api/pool/columns/counting';
import { loadColumns } from '@kannwas/api/pool/columns/load';
import { countChanged, countPeople } from '@kannwas/api/pool/store';
import { saveSite } from '@kannwas/api/sites/store';
import { withoutFacts } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension, poolDimensions } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hettstedt, openTestDatabase } from '../support/app.ts';
import { writeEpoch } from '../support/epochs.ts';

const siteId = hettstedt.id;
const places = [
  { code: '15', within: null, districts: [] },
  { code: '15087', within: '15', districts: [] },
  { code: 'hettstedt', within: '15087', districts: ['15087220'] },
  { code: 'mansfeld', within: '15087', districts: ['15087130'] },
  { code: '15088', within: '15', districts: ['15087370'] },
];
const groups = ['7111', '7112', '7212', '7213', '7231', '2341', '2342', '9112'];

let opened: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  opened = await openTestDatabase();
  await saveSite(opened.db, hettstedt);
});
afterAll(() => opened.close());

const several = (codes: readonly string[], most = codes.length) =>
  fc.subarray([...codes], { maxLength: most });
const maybe = (codes: readonly string[]) => fc.option(fc.constantFrom(...codes));
const person = fc.record({
  record_key: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  occupations: several(groups, 3),
  place: maybe(['15087', 'hettstedt', 'mansfeld', '15088']),
  german: fc.option(fc.nat(germanLevels.length - 1)),
  availability: several(listedCodes.availability),
  education: maybe(listedCodes.education),
  experience: maybe(listedCodes.experience),
  licences: several(listedCodes.licence),
  gender: maybe(listedCodes.gender),
  age_band: maybe(listedCodes.age),
  in_pool: fc.boolean(),
  in_coverage: fc.boolean(),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;
/** People by their keys, which are the same in every epoch. */
const epoch = fc.dictionary(fc.integer({ min: -40, max: 40 }).map(String), person, { maxKeys: 60 });

const codesOf = (dimension: PoolDimension): readonly string[] => {
  if (dimension === 'occupation') return ['7', '72', '71', '711', '721', '7212', '2341', '9', '51'];
  return dimension === 'place' ? places.map(({ code }) => code) : listedCodes[dimension];
};
const cell = fc
  .subarray([...poolDimensions], { maxLength: 4 })
  .chain((dimensions) =>
    fc.record(Object.fromEntries(dimensions.map((name) => [name, fc.constantFrom(...codesOf(name))]))),
  );
const population = fc.constantFrom('pool', 'coverage');

function write(number: number, people: Record<string, Person>): Promise<void> {
  const keyed = Object.entries(people).map(([person_key, facts]) => ({ person_key, ...facts }));
  return writeEpoch(opened.db, { siteId, epoch: number, places, people: keyed });
}

async function load(number: number) {
  const loaded = await loadColumns(opened, { siteId, epoch: number });
  if (!loaded) throw new Error(`Epoch ${number} is not there`);
  return loaded.columns;
}

/** What has to be prepared for a cell, with neighbours, as in a table that spreads them out. */
const neededBy = (asked: Record<string, string>): Needed =>
  Object.fromEntries(
    Object.entries(asked).map(([name, code]) => [
      name,
      name === 'occupation' ? [code, '72', '711'] : name === 'place' ? places.map((place) => place.code) : [],
    ]),
  );

test('counting in memory agrees with SQL on every cell, its key, and everything broader', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      epoch,
      fc.array(cell, { minLength: 1, maxLength: 6 }),
      population,
      async (people, cells, whom) => {
        await write(1, people);
        const columns = await load(1);
        const counting = makeCounting(columns.geography, [{ columns, weight: 1 }]);
        for (const asked of cells) {
          const lattice = await counting.prepare(whom, neededBy(asked));
          for (const broader of [asked, ...Object.keys(asked).map((name) => without(asked, name))]) {
            const truth = await countPeople(opened.db, { siteId, epoch: 1, population: whom, cell: broader });
            const counted = { count: lattice.count(broader), keySum: lattice.keySum(broader) };
            expect(counted).toEqual({ ...truth, keySum: BigInt.asUintN(64, truth.keySum) });
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('who joined, left, or changed between two epochs agrees with SQL for every work and place', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      epoch,
      epoch,
      fc.array(cell, { minLength: 1, maxLength: 6 }),
      population,
      async (before, changes, cells, whom) => {
        // Some stay as they were, some change, some come, and those with an even key leave when nobody changes them.
        const stayed = Object.entries(before).filter(([key]) => Number(key) % 2 === 0);
        await write(1, before);
        await write(2, { ...Object.fromEntries(stayed), ...changes });
        const changed = await changesBetween(await load(1), await load(2));
        for (const asked of cells.map(withoutFacts)) {
          const lattice = await changed.prepare(whom, neededBy(asked));
          const truth = await countChanged(opened.db, { siteId, epoch: 2, population: whom, cell: asked }, 1);
          expect(lattice.count(asked)).toBe(truth);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('an epoch that does not exist has no columns', async () => {
  expect(await loadColumns(opened, { siteId, epoch: 999 })).toBeUndefined();
});

function without(asked: Record<string, string>, name: string): Record<string, string> {
  const { [name]: _, ...rest } = asked;
  return rest;
}
