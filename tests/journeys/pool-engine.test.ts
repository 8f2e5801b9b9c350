import { readPeople } from '@kannwas/api/pool/columns/store';
import { makeEngine } from '@kannwas/api/pool/engine/engine';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { oldestBase } from '@kannwas/disclosure/carry';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hettstedt, openTestDatabase } from '../support/app.ts';
import { publishTown, townOf, townPlaces } from '../support/epoch-town.ts';
import { type EpochPerson, writeEpoch } from '../support/epochs.ts';

const siteId = hettstedt.id;

let opened: Awaited<ReturnType<typeof openTestDatabase>>;
const rulesOf = makeRulesOf(deriveSecrets(Buffer.alloc(32, 7)));
const means = () => ({
  reading: opened,
  rulesOf,
});

beforeAll(async () => {
  opened = await openTestDatabase();
  await saveSite(opened.db, hettstedt);
});
afterAll(() => opened.close());

const publish = (epoch: number, people: EpochPerson[]) => publishTown({ opened, rulesOf }, epoch, people);
const asked = (address: string) => PoolQuery.parse(Object.fromEntries(new URLSearchParams(address)));

test('before the first epoch is published there is no answer, also while it is being written', async () => {
  await writeEpoch(opened.db, {
    siteId,
    epoch: 1,
    places: townPlaces,
    people: townOf(600),
    state: 'writing',
  });
  const engine = makeEngine(means());
  await expect(engine.answer(siteId, asked(''))).rejects.toMatchObject({ code: 'noSnapshotYet' });
});

test('a table shows what publication stored, and every process answers the same in whatever order it is asked', async () => {
  await publish(1, townOf(600));
  const [one, other] = [makeEngine(means()), makeEngine(means())];
  const addresses = [
    'by=occupation,place',
    'german=A2&by=availability',
    'occupation=72',
    'by=german',
    'place=hettstedt',
  ];
  const first = await Promise.all(addresses.map((address) => one.answer(siteId, asked(address))));
  const second = [];
  for (const address of addresses.toReversed()) second.unshift(await other.answer(siteId, asked(address)));
  expect(second).toEqual(first);

  const stored = await sql<{ cell: string; count: number | null }>`
    select cell, count from published_cell where site_id = ${siteId} and epoch = 1`.execute(opened.db);
  const known = new Map(stored.rows.map(({ cell, count }) => [cell, count]));
  expect(known.get('pool:')).toBeGreaterThan(580);
  const { table } = await one.answer(siteId, asked('by=place,occupation'));
  expect(table).toEqual(first[0]?.table);
  const shown = table.rows.map(({ count, occupation, place }) => ({
    count,
    cell: `pool:${[occupation && `occupation=${occupation}`, place && `place=${place}`].filter(Boolean).join('&')}`,
  }));
  expect(shown.map(({ count }) => count)).toEqual(shown.map(({ cell }) => known.get(cell) ?? null));
  expect(shown.filter(({ count }) => count !== null).length).toBeGreaterThanOrEqual(12);
});

test('a base that is too small is refused, and the nearest broader questions are offered', async () => {
  const { table, outcome } = await makeEngine(means()).answer(siteId, asked('occupation=2320&german=C1'));
  expect(outcome).toBe('base-too-small');
  expect(table).toMatchObject({ total: null, refused: 'base-too-small', rows: [] });
  expect(table.broader[0]?.where).toEqual({ occupation: '23', german: 'C1' });
});

test('what a table would hide cannot be asked for alone, as a condition, or in the rows of another table', async () => {
  // Everybody in this town has the same experience.
  const engine = makeEngine(means());
  const ask = async (address: string) => (await engine.answer(siteId, asked(address))).table;
  const line = await ask('occupation=72&by=experience');
  expect(line.rows.every(({ hidden }) => hidden)).toBe(true);
  for (const address of ['experience=3-10', 'occupation=72&experience=3-10', 'experience=3-10&by=place']) {
    const { total, refused, rows, broader } = await ask(address);
    expect([address, total, refused, rows]).toEqual([address, null, 'too-alike', []]);
    expect(broader.every(({ where }) => where.experience === undefined)).toBe(true);
  }
  // Of women alone, and of men alone, it is no secret that they differ.
  expect((await ask('gender=female')).total).not.toBeNull();
});

test('nor can it be found by subtracting the trades beside it from all of them together', async () => {
  const trades = ['7111', '7121', '7131', '7211'];
  const learnt = ['basic', 'school', 'vocational', 'academic'];
  // Of the first trade everybody learnt the same; of the others some this and some that.
  const people = townOf(640).map((person, nth) => ({
    ...person,
    occupations: [trades[nth % 4] ?? ''],
    education: (nth % 4 === 0 ? 'vocational' : learnt[Math.floor(nth / 4) % 4]) ?? '',
  }));
  const elsewhere = 'oberland';
  await saveSite(opened.db, { ...hettstedt, id: elsewhere });
  await publishTown({ opened, rulesOf }, 1, people, elsewhere);
  const engine = makeEngine(means());
  const ask = async (address: string) => (await engine.answer(elsewhere, asked(address))).table;
  for (const trade of ['711', '712', '713']) {
    const { rows } = await ask(`occupation=${trade}&by=education`);
    expect([trade, rows.every(({ hidden }) => hidden)]).toEqual([trade, true]);
    const { refused, broader } = await ask(`occupation=${trade}&education=school`);
    expect([trade, refused]).toEqual([trade, trade === '711' ? 'base-too-small' : 'too-alike']);
    // All trades together may be asked about: of them nobody can be told apart.
    if (refused === 'too-alike')
      expect(broader.map(({ where }) => where)).toContainEqual({ occupation: '71', education: 'school' });
  }
  expect((await ask('occupation=72&by=education')).rows.some(({ count }) => count !== null)).toBe(true);
});

test('a site of fewer than a hundred people tells what they do and where, and nothing more', async () => {
  const village = 'village';
  await saveSite(opened.db, { ...hettstedt, id: village });
  await publishTown({ opened, rulesOf }, 1, townOf(85), village);
  const engine = makeEngine(means());
  const ask = async (address: string) => (await engine.answer(village, asked(address))).table;
  expect((await ask('by=place')).rows.every(({ count }) => count !== null)).toBe(true);
  for (const fact of ['german', 'availability', 'licence']) {
    expect((await ask(`by=${fact}`)).rows.every(({ count }) => count === null)).toBe(true);
  }
  const { total, refused, broader } = await ask('availability=work');
  expect([total, refused, broader.map(({ where }) => where)]).toEqual([null, 'too-alike', [{}]]);
});

test.for([
  ['occupation=0110', 'invalid'],
  ['place=nowhere', 'districtUnknown'],
])('what is not on the published lists is refused: %s', async ([address = '', code]) => {
  await expect(makeEngine(means()).answer(siteId, asked(address))).rejects.toMatchObject({ code });
});

test('one person more changes no answer of the next epoch; many more do', async () => {
  const engine = makeEngine(means());
  const before = await engine.answer(siteId, asked('by=occupation'));
  await publish(2, townOf(601));
  const after = await engine.answer(siteId, asked('by=occupation'));
  expect(after.table).toEqual({ ...before.table, epoch: after.table.epoch });
  expect(after.epoch).toBe(2);
  await publish(3, townOf(700));
  const later = await engine.answer(siteId, asked('by=occupation'));
  expect(later.table.total).toBeGreaterThan(680);
});

test('the old epoch is served until the new one is whole, and the new one is loaded once for all', async () => {
  let loads = 0;
  let mayGoOn = () => {};
  let gate = Promise.resolve();
  // The real people of the last epoch that was asked for, but slowly.
  const copyOut = async function* (select: string) {
    loads += 1;
    await gate;
    const epoch = Number(/epoch = (\d+)/.exec(select)?.[1]);
    for await (const lines of readPeople({ db: opened.db }, { siteId, epoch })) yield Buffer.from(lines);
  };
  const engine = makeEngine({ ...means(), reading: { db: opened.db, copyOut } }, 0);
  expect((await engine.answer(siteId, asked(''))).epoch).toBe(3);

  await publish(4, townOf(800));
  [gate, loads] = [new Promise<void>((resolve) => (mayGoOn = resolve)), 0];
  const meanwhile = ['', 'by=german', 'by=place', ''].map((address) => engine.answer(siteId, asked(address)));
  expect((await Promise.all(meanwhile)).map(({ epoch }) => epoch)).toEqual([3, 3, 3, 3]);
  // Nobody waits for the loading, so it may begin after they have their answers.
  await expect.poll(() => loads).toBe(1);
  mayGoOn();
  await expect.poll(async () => (await engine.answer(siteId, asked(''))).epoch).toBe(4);
});

test('coverage and the board answer by the finest places without asking a question', async () => {
  const engine = makeEngine(means());
  const coverage = await engine.answerCoverage(siteId);
  expect(coverage.table.rows.map(({ place }) => place)).toEqual(['hettstedt', 'eisleben']);
  expect(coverage.rows).toHaveLength(3);
  const board = await engine.answerBoard(siteId);
  expect(board.table.rows).toHaveLength(40 * 3);
});

test('as long as nobody changes, every number stays the same for years; whoever waits longer than a year has others', async () => {
  const tableNow = async () => {
    const { table } = await makeEngine(means()).answer(siteId, asked('by=occupation,german'));
    return table.rows;
  };
  const [first, before] = [4, await tableNow()];
  for (const years of [1, 2, 3]) {
    await publish(first + years * oldestBase, townOf(800));
    expect(await tableNow()).toEqual(before);
  }
  // A base that is older is not compared any more, so nobody knows whether the people are the same.
  await publish(first + 4 * oldestBase + 1, townOf(800));
  expect(await tableNow()).not.toEqual(before);
});
