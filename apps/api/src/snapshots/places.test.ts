import { makeRules, placeBounds } from '@kannwas/disclosure/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutPlaces } from './places.ts';

const leastOf = () => 500;

const towns = [
  { code: '15087220', people: 900 },
  { code: '15087130', people: 1200 },
  { code: '15087015', people: 80 },
  { code: 'uebrige', people: 150 },
];

test('a village of 80 is published together with others, and a town as itself', () => {
  const joined = ['15087015', '15087220', 'uebrige'];
  expect(layOutPlaces(towns, leastOf)).toEqual([
    { code: expect.stringMatching(/^m[0-9a-f]{8}$/), within: null, districts: joined },
    { code: '15087130', within: null, districts: ['15087130'] },
  ]);
});

test('a village is joined to its own Kreis first, and a Kreis of several places can be asked about', () => {
  const places = layOutPlaces(
    [
      { code: '15087220', people: 900 },
      { code: '15087130', people: 1200 },
      { code: '15088015', people: 700 },
      { code: '15088020', people: 800 },
      { code: '15088030', people: 20 },
    ],
    leastOf,
  );
  expect(places).toEqual([
    { code: '15087', within: null, districts: ['15087130', '15087220'] },
    { code: '15088', within: null, districts: ['15088015', '15088020', '15088030'] },
    { code: '15087220', within: '15087', districts: ['15087220'] },
    { code: '15087130', within: '15087', districts: ['15087130'] },
    { code: expect.stringMatching(/^m/), within: '15088', districts: ['15088015', '15088030'] },
    { code: '15088020', within: '15088', districts: ['15088020'] },
  ]);
});

test('a site of fewer than 500 people is answered as a whole', () => {
  expect(
    layOutPlaces(
      [
        { code: 'mitte', people: 3000 },
        { code: 'nord', people: 199 },
      ],
      leastOf,
    ),
  ).toEqual([]);
});

test('what was joined once stays joined, however many people come', () => {
  const first = layOutPlaces(towns, leastOf);
  const grown = towns.map(({ code, people }) => ({ code, people: people * 20 }));
  expect(layOutPlaces(grown, leastOf, first)).toEqual(first);
});

test('a place that takes in a district, or loses one, keeps its code: all that was answered about it stands', () => {
  const first = layOutPlaces(towns, leastOf);
  const [joined] = first.map(({ code }) => code);
  const more = layOutPlaces([...towns, { code: '15087990', people: 3 }], leastOf, first);
  expect(more.find(({ districts }) => districts.includes('15087990'))?.code).toBe(joined);
  expect(new Set(more.map(({ code }) => code))).toEqual(new Set(first.map(({ code }) => code)));
  const fewer = layOutPlaces(
    towns.filter(({ code }) => code !== 'uebrige'),
    leastOf,
    first,
  );
  expect(fewer.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
});

test('a district that comes back does not get the code of the place that it left', () => {
  const both = layOutPlaces(
    [
      { code: 'nord', people: 700 },
      { code: 'ost', people: 900 },
    ],
    leastOf,
  );
  const withWest = [
    { code: 'ost', people: 900 },
    { code: 'west', people: 20 },
    { code: 'nord', people: 700 },
  ];
  const joined = layOutPlaces(withWest, leastOf, both);
  const lost = layOutPlaces(
    withWest.filter(({ code }) => code !== 'nord').map((one) => ({ ...one, people: 900 })),
    leastOf,
    joined,
  );
  const back = layOutPlaces(
    withWest.map((one) => ({ ...one, people: 900 })),
    leastOf,
    lost,
  );
  expect(joined.find(({ code }) => code === 'nord')?.districts).toEqual(['nord', 'west']);
  expect(lost.find(({ code }) => code === 'nord')?.districts).toEqual(['west']);
  expect(back.map(({ districts }) => districts)).toContainEqual(['nord']);
  expect(new Set(back.map(({ code }) => code)).size).toBe(back.length);
});

/** As the rules of a site have them: other bounds for other places. */
const boundOf = (code: string) => 500 + (Number.parseInt(code.replaceAll(/\D/g, ''), 10) % 51 || 0);
const most = 550;
const sites = fc.uniqueArray(
  fc.record({
    code: fc.oneof(
      fc.constantFrom('mitte', 'nord', 'uebrige'),
      fc.integer({ min: 1000, max: 3999 }).map((n) => `1508${n}`),
    ),
    people: fc.integer({ min: 0, max: 2000 }),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 30 },
);

test('every district is in exactly one finest place, and each has at least 500 people, in any order of the list', () => {
  fc.assert(
    fc.property(sites, (districts) => {
      const places = layOutPlaces(districts, boundOf);
      const broader = new Set(places.map(({ within }) => within));
      const finest = places.filter(({ code }) => !broader.has(code));
      const people = ({ districts: codes }: { districts: string[] }) =>
        districts.filter(({ code }) => codes.includes(code)).reduce((sum, one) => sum + one.people, 0);
      expect(finest.every((place) => people(place) >= boundOf(place.code))).toBe(true);
      const covered = finest.flatMap((place) => place.districts).toSorted();
      const large = districts.filter((one) => one.people >= most);
      expect(places.length > 0 || large.length < 2).toBe(true);
      expect(covered).toEqual(places.length > 0 ? districts.map(({ code }) => code).toSorted() : []);
      expect(new Set(layOutPlaces(districts.toReversed(), boundOf).map(({ code }) => code))).toEqual(
        new Set(places.map(({ code }) => code)),
      );
    }),
  );
});

test('nobody can tell from a place that stands alone that exactly one person more lives there', () => {
  const { leastOfPlace } = makeRules({
    epochKey: Buffer.alloc(32, 'epoch'),
    staticKey: Buffer.alloc(32, 'site'),
  });
  const bounds = Array.from({ length: 2000 }, (_, nth) => leastOfPlace(`place ${nth}`));
  expect(new Set(bounds).size).toBe(placeBounds.most - placeBounds.least + 1);
  expect([Math.min(...bounds), Math.max(...bounds)]).toEqual([placeBounds.least, placeBounds.most]);
});

test('a region holds exactly the districts of the places inside it', () => {
  fc.assert(
    fc.property(sites, (districts) => {
      const places = layOutPlaces(districts, boundOf);
      for (const region of places) {
        const inside = places.filter(({ within }) => within === region.code);
        if (inside.length === 0) continue;
        expect(inside.flatMap((place) => place.districts).toSorted()).toEqual(region.districts);
      }
    }),
  );
});
