import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alarmsOf } from './alarms.ts';
import { type LoggedQuestion, subsets } from './questions.ts';

const levels = ['A1', 'A2', 'B1', 'B2', 'C1'];
const ladder = (dimension: string, code: string) => {
  if (dimension === 'german') return levels.slice(0, levels.indexOf(code)).reverse();
  return dimension === 'occupation'
    ? [3, 2, 1].filter((n) => n < code.length).map((n) => code.slice(0, n))
    : [];
};
const dimensions = {
  occupation: ['71', '72', '91'],
  place: ['hettstedt', 'eisleben', 'sangerhausen'],
  german: levels,
  availability: ['work', 'training', 'course', 'later'],
  education: ['basic', 'school', 'vocational', 'academic'],
  experience: ['under-3', '3-10', 'over-10'],
  licence: ['car', 'truck', 'bus', 'forklift'],
};
type Dimension = keyof typeof dimensions;

type Question = Pick<LoggedQuestion, 'where' | 'by'>;
/** Questions of one account, one a minute. */
const asks = (account: string, questions: readonly Question[]): LoggedQuestion[] =>
  questions.map((question, minute) => ({ ...question, account, at: minute * 60_000 }));
/** The same questions dealt out to several accounts. */
const dealt = (questions: readonly Question[], accounts: readonly string[]): LoggedQuestion[] =>
  questions.map((question, k) => ({ ...question, account: accounts[k % accounts.length] ?? '', at: k }));
const kinds = (log: readonly LoggedQuestion[]) => alarmsOf(log, ladder).map(({ kind }) => kind);

/** T02: every way to spread one base by one or two dimensions. */
const partitions = (where: Question['where']): Question[] =>
  subsets(Object.keys(dimensions).filter((name) => !(name in where)))
    .filter((by) => by.length === 1 || by.length === 2)
    .map((by) => ({ where, by }));

/** T03: pairs of groups of which the second lacks one person, each spread by what is to be found out. */
const differences = (pairs: number): Question[] =>
  Array.from({ length: pairs }, (_, k) => ({ occupation: `7${k % 4}`, place: `district ${k}` })).flatMap(
    (where) => [
      { where, by: ['german'] },
      { where: { ...where, experience: 'over-10' }, by: ['german'] },
    ],
  );

/** T10: all margins of three attributes, with up to three conditions and none, as single questions or as tables. */
const cube = (names: readonly Dimension[], base: Question['where'] = {}): Question[] =>
  subsets(names).flatMap((some) =>
    some
      .reduce<Question['where'][]>(
        (cells, name) =>
          cells.flatMap((cell) => dimensions[name as Dimension].map((code) => ({ ...cell, [name]: code }))),
        [base],
      )
      .map((where) => ({ where, by: [] })),
  );
const cubeByTables = (names: readonly [Dimension, Dimension, Dimension], base: Question['where'] = {}) => {
  const [one, other, last] = names;
  const by = [other, last];
  return [{ where: base, by }, ...dimensions[one].map((code) => ({ where: { ...base, [one]: code }, by }))];
};

describe('an ordinary employer', () => {
  const places = dimensions.place;
  const trade: Question[] = [
    ...places.flatMap((place) =>
      ['A2', 'B1', 'B2'].map((german) => ({ where: { occupation: '711', place, german }, by: [] })),
    ),
    ...places.map((place) => ({ where: { occupation: '711', place }, by: ['german'] })),
    { where: { occupation: '711' }, by: ['german', 'place'] },
    { where: { occupation: '711', german: 'B1' }, by: ['availability', 'place'] },
    { where: { occupation: '71' }, by: ['occupation', 'place'] },
  ];

  test('looks for a trade in several places and at several levels, and raises no alarm', () => {
    expect(trade).toHaveLength(15);
    expect(kinds(asks('Dmitri', trade))).toEqual([]);
  });

  test('looks for it in any fifteen questions, and raises no alarm', () => {
    const question = fc.record({
      where: fc.record(
        {
          occupation: fc.constantFrom('7', '71', '711', '7112', '7115'),
          place: fc.constantFrom(...places),
          german: fc.constantFrom(...levels),
        },
        { requiredKeys: [] },
      ),
      by: fc.subarray(['occupation', 'place', 'german'], { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 15 }), (questions) => {
        expect(kinds(asks('Dmitri', questions))).toEqual([]);
      }),
    );
  });

  test('asks again as often as they like', () => {
    expect(kinds(asks('Dmitri', [...trade, ...trade, ...trade]))).toEqual([]);
  });

  test('looks at one trade from all sides', () => {
    const sides = Object.keys(dimensions).filter((name) => name !== 'occupation');
    expect(
      kinds(
        asks(
          'Dmitri',
          sides.map((name) => ({ where: { occupation: '711' }, by: [name] })),
        ),
      ),
    ).toEqual([]);
  });

  test('has colleagues who look for other trades', () => {
    const other = trade.map(({ where, by }) => ({ where: { ...where, occupation: '522' }, by }));
    expect(kinds([...asks('Dmitri', trade), ...asks('Swetlana', other)])).toEqual([]);
  });
});

describe('one account that attacks alone', () => {
  test.each([
    ['everybody', {}],
    ['one trade', { occupation: '71' }],
    ['one trade in one place', { occupation: '71', place: 'hettstedt' }],
  ])('is seen when it splits %s in every way', (_, where) => {
    const alarms = alarmsOf(asks('Mallory', partitions(where)), ladder);
    expect(alarms.map(({ kind, accounts }) => ({ kind, accounts }))).toEqual([
      { kind: 'sweep', accounts: ['Mallory'] },
    ]);
    expect(alarms[0]?.questions).toBe(partitions(where).length);
  });

  test('is seen when it splits one trade in all ten ways that four dimensions have, two of which few employers ask for', () => {
    const dimensionsOf = (...names: string[]) =>
      subsets(names).filter((by) => by.length === 1 || by.length === 2);
    const ways = dimensionsOf('place', 'licence', 'education', 'experience').map((by) => ({
      where: { occupation: '71' },
      by,
    }));
    expect(ways).toHaveLength(10);
    expect(kinds(asks('Mallory', ways))).toEqual(['sweep']);
    const usual = dimensionsOf('place', 'licence', 'german', 'availability').map((by) => ({
      where: { occupation: '71' },
      by,
    }));
    expect(kinds(asks('Dmitri', usual))).toEqual([]);
  });

  test('is seen when it subtracts ten pairs of nearly equal groups', () => {
    expect(alarmsOf(asks('Mallory', differences(10)), ladder)).toEqual([
      { kind: 'near-duplicates', accounts: ['Mallory'], questions: 20, at: 19 * 60_000 },
    ]);
  });

  test('is seen when it goes up and down trees instead of adding conditions', () => {
    const climbing = Array.from({ length: 8 }, (_, k) => [
      { where: { occupation: `71${k}` }, by: ['german'] },
      { where: { occupation: `71${k}1` }, by: ['german'] },
    ]).flat();
    expect(kinds(asks('Mallory', climbing))).toEqual(['near-duplicates']);
  });

  test.each([
    ['single questions', cube(['availability', 'education', 'experience'], { place: 'hettstedt' })],
    ['tables', cubeByTables(['availability', 'education', 'experience'], { place: 'hettstedt' })],
    ['tables of everybody', cubeByTables(['german', 'licence', 'experience'])],
  ])('is seen when it asks for all margins of three attributes as %s', (_, questions) => {
    expect(kinds(asks('Mallory', questions))).toContain('sweep');
  });

  test('is seen when it asks for all pairs of three attributes, as far as few people let it', () => {
    const names = ['education', 'experience', 'age'];
    const ways = subsets(names).filter(({ length }) => length === 1 || length === 2);
    const pairs = ways.map((by) => ({ where: {}, by }));
    expect(kinds(asks('Mallory', pairs))).toEqual(['sweep']);
    // Two of the three are what employers look for.
    const usual = pairs.map(({ by }) => ({
      where: {},
      by: by.map((name) => (name === 'education' ? 'german' : name === 'experience' ? 'availability' : name)),
    }));
    expect(kinds(asks('Ellen', usual))).toEqual([]);
  });

  test('is seen when it subtracts a few groups from each other again and again', () => {
    const groups = [{}, { german: 'A1' }, { german: 'A2' }, { german: 'B1' }];
    const around = ['711', '7112', '7115'].flatMap((occupation) =>
      groups.map((where) => ({ where: { ...where, occupation }, by: ['education'] })),
    );
    expect(kinds(asks('Mallory', around))).toEqual(['sweep']);
    // By what somebody may drive it is a search.
    expect(
      kinds(
        asks(
          'Dmitri',
          around.map(({ where }) => ({ where, by: ['licence'] })),
        ),
      ),
    ).toEqual([]);
  });

  test('is seen when it splits a unit group and the group around it in the same six ways', () => {
    const names = ['place', 'education', 'experience'];
    const ways = subsets(names).filter((by) => by.length === 1 || by.length === 2);
    const twins = ['7112', '711'].flatMap((occupation) => ways.map((by) => ({ where: { occupation }, by })));
    expect(twins).toHaveLength(12);
    expect(alarmsOf(asks('Mallory', twins), ladder)).toMatchObject([{ kind: 'sweep', questions: 12 }]);
    expect(kinds(dealt(twins, ['Mallory', 'Oscar']))).toEqual(['collusion']);
  });

  test('is seen when it looks for one attribute in ever other small groups', () => {
    const narrow = Array.from({ length: 30 }, (_, k) => ({
      where: { occupation: `${k + 10}`, place: 'hettstedt', experience: 'over-10' },
      by: ['german'],
    }));
    expect(kinds(asks('Mallory', narrow))).toEqual(['sweep']);
  });
});

describe('accounts of one organisation that share an attack', () => {
  const accounts = Array.from({ length: 10 }, (_, k) => `account ${k}`);

  test('are seen when each asks for one half of every pair', () => {
    const alarms = alarmsOf(dealt(differences(10), ['Mallory', 'Oscar']), ladder);
    expect(alarms).toEqual([{ kind: 'complements', accounts: ['Mallory', 'Oscar'], questions: 20, at: 19 }]);
  });

  test('are seen when each asks a few whole pairs', () => {
    const pairs = differences(30);
    const log = pairs.map((question, k) => ({
      ...question,
      account: accounts[Math.floor(k / 6)] ?? '',
      at: k,
    }));
    expect(alarmsOf(log, ladder)).toEqual([{ kind: 'collusion', accounts, questions: 60, at: 59 }]);
  });

  test('are seen when they split one base among them', () => {
    expect(kinds(dealt(partitions({ occupation: '71', place: 'hettstedt' }), accounts))).toEqual([
      'collusion',
    ]);
  });

  test('are seen when they ask for the margins of three attributes among them', () => {
    const margins = cubeByTables(['availability', 'education', 'experience'], { place: 'hettstedt' });
    expect(kinds(dealt(margins, accounts))).toEqual(['collusion']);
  });
});
