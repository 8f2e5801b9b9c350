import { gapsEndpoints, type NewDemand } from '@kannwas/schema/gaps';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, type StaffName, signIn } from '../support/people.ts';
import { bricklayer, publish, table, townLimits } from '../support/town.ts';

const params = { siteId: 'hettstedt' };

let running: Running;
const sessions = new Map<StaffName, Record<string, string>>();

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  await hire(running, 'dmitri', 'ines', 'daria');
  for (const name of ['dmitri', 'ines', 'daria'] as const)
    sessions.set(name, await signIn(running.url, name));
});
afterAll(() => running.close());

const wanted = (changes: Partial<NewDemand> = {}): NewDemand => ({
  id: v7(),
  occupation: '71',
  district: '15087220',
  number: 3,
  german: 'A2',
  from: '2026-12-01',
  until: null,
  kind: 'vacancy',
  source: 'Fleischerei Dmitri',
  ...changes,
});

const add = (name: StaffName, body: NewDemand) =>
  request(running.url, gapsEndpoints.addDemand, { params, body }, sessions.get(name));
const remove = (name: StaffName, demandId: string) =>
  request(running.url, gapsEndpoints.removeDemand, { params: { ...params, demandId } }, sessions.get(name));
async function list(name: StaffName) {
  const reply = await request(running.url, gapsEndpoints.listDemand, { params }, sessions.get(name));
  return bodyOf(gapsEndpoints.listDemand, reply).demand;
}
async function gapTable() {
  const reply = await request(running.url, gapsEndpoints.gaps, { params }, sessions.get('ines'));
  return bodyOf(gapsEndpoints.gaps, reply);
}

test('an employer sees the own demand, the coordinator all, and whose it is', async () => {
  const own = wanted();
  const towns = wanted({ source: 'Stadt', kind: 'retirement', until: '2031-12-31' });
  expect((await add('dmitri', own)).body).toEqual({ ...own, mine: true });
  expect((await add('ines', towns)).body).toEqual({ ...towns, mine: true });
  expect(await list('dmitri')).toEqual([{ ...own, mine: true }]);
  expect(await list('ines')).toEqual(
    expect.arrayContaining([
      { ...own, mine: false },
      { ...towns, mine: true },
    ]),
  );
});

test('sending a row of demand twice is harmless, under the same id another is refused', async () => {
  const row = wanted({ number: 2 });
  await add('dmitri', row);
  const before = await list('dmitri');
  expect((await add('dmitri', row)).status).toBe(200);
  expect(problemOf(await add('dmitri', { ...row, number: 20 }))).toBe('409 replayedWithOtherContent');
  expect(problemOf(await add('ines', row))).toBe('409 replayedWithOtherContent');
  expect(await list('dmitri')).toEqual(before);
});

test('an unknown district or occupation and an end before the beginning are refused', async () => {
  expect(problemOf(await add('dmitri', wanted({ district: 'mitte' })))).toBe('422 districtUnknown');
  expect(problemOf(await add('dmitri', wanted({ occupation: '99' })))).toBe('422 invalid');
  expect(problemOf(await add('dmitri', wanted({ until: '2026-11-30' })))).toBe('422 invalid');
  expect(problemOf(await add('daria', wanted()))).toBe('403 notAllowed');
});

test('an employer removes own rows and does not even find those of others; the coordinator removes any', async () => {
  const [own, towns] = [wanted(), wanted()];
  await add('dmitri', own);
  await add('ines', towns);
  expect(problemOf(await remove('dmitri', towns.id))).toBe('404 notFound');
  expect(problemOf(await remove('dmitri', v7()))).toBe('404 notFound');
  expect((await remove('ines', own.id)).body).toEqual({ removed: true });
  expect((await remove('ines', towns.id)).status).toBe(200);
  expect(problemOf(await remove('ines', towns.id))).toBe('404 notFound');
});

test('the gap is published supply minus what is wanted; "<10" stays an interval', async () => {
  for (const { id } of await list('ines')) await remove('ines', id);
  await moveIn(running.db, 520, bricklayer);
  await moveIn(running.db, 60, { ...bricklayer, experienceOccupation: '3221' });
  await moveIn(running.db, 530, { ...bricklayer, district: '15087130', experienceOccupation: '3221' });
  await moveIn(running.db, 3, { ...bricklayer, district: '15087130' });
  await moveIn(running.db, 30, { ...bricklayer, district: '15087370', experienceOccupation: '3221' });
  await publish(running.url, sessions.get('ines') ?? {});
  await add('dmitri', wanted({ number: 12 }));
  await add('ines', wanted({ number: 8, source: 'Stadt' }));
  await add('ines', wanted({ number: 1, source: 'Bau GmbH' }));
  await add('ines', wanted({ number: 12, district: '15087130' }));
  await add('ines', wanted({ number: 5, occupation: '22', district: '15087370' }));
  // What was wanted until yesterday is no demand.
  await add('ines', wanted({ number: 99, from: '2026-01-01', until: '2026-02-01' }));

  const { rows, places } = await gapTable();
  const [hettstedt = '', joined = ''] = places.map(({ code }) => code);
  expect(places.map(({ districts }) => districts)).toEqual([['15087220'], ['15087130', '15087370']]);
  const supplyOf = async (place: string) =>
    (await table(running.url, sessions.get('dmitri') ?? {}, `occupation=71&place=${place}`)).total;
  const supply = (await supplyOf(hettstedt)) ?? 0;
  expect(supply).toBeGreaterThanOrEqual(500);
  expect(await supplyOf(joined)).toBeNull();
  expect(rows.filter(({ occupation }) => occupation !== '32')).toEqual([
    {
      occupation: '22',
      place: joined,
      supply: null,
      demand: 5,
      gap: { low: -5, high: 4 },
      fewEmployers: true,
    },
    {
      occupation: '71',
      place: hettstedt,
      supply,
      demand: 21,
      gap: { low: supply - 2 - 21, high: supply + 2 - 21 },
      // Dmitri, the town, and a builder.
      fewEmployers: false,
    },
    {
      occupation: '71',
      place: joined,
      supply: null,
      demand: 12,
      gap: { low: -12, high: -3 },
      fewEmployers: true,
    },
  ]);
});
