import { type Denominator, gapsEndpoints } from '@kannwas/schema/gaps';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn } from '../support/people.ts';
import { bricklayer, no, publish, townLimits, yes } from '../support/town.ts';

const params = { siteId: 'hettstedt' };
const [hettstedt, eisleben, sangerhausen] = ['15087220', '15087130', '15087370'] as const;

let running: Running;
let ines: Record<string, string>;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  await hire(running, 'ines');
  ines = await signIn(running.url, 'ines');
});
afterAll(() => running.close());

const save = (...denominators: Denominator[]) =>
  request(running.url, gapsEndpoints.saveDenominators, { params, body: { denominators } }, ines);

async function coverage() {
  const reply = await request(running.url, gapsEndpoints.coverage, { params }, ines);
  const { rows, places } = bodyOf(gapsEndpoints.coverage, reply);
  const [whole, ...ofPlaces] = rows;
  return { whole, ofPlaces, places, of: (code: string) => ofPlaces.find(({ place }) => place === code) };
}

test('before anything is published, nobody knows what is covered', async () => {
  const reply = await request(running.url, gapsEndpoints.coverage, { params }, ines);
  expect(problemOf(reply)).toBe('409 noSnapshotYet');
});

test('a small site is covered as a whole, without telling its districts apart', async () => {
  await moveIn(running.db, 40, { ...bricklayer, consentPool: no });
  await moveIn(running.db, 60, { ...bricklayer, consentStatistics: no });
  await publish(running.url, ines);
  const { whole, ofPlaces, places } = await coverage();
  expect([places, ofPlaces]).toEqual([[], []]);
  expect(whole?.place).toBeNull();
  expect(whole?.asked).toBeGreaterThanOrEqual(30);
  expect(whole?.asked).toBeLessThanOrEqual(50);
});

let joined: string;

test('coverage counts who consented to statistics, pool or not, by place and in all', async () => {
  await moveIn(running.db, 560, { ...bricklayer, consentPool: no });
  await moveIn(running.db, 50, { ...bricklayer, consentStatistics: no });
  await moveIn(running.db, 480, { ...bricklayer, district: eisleben });
  await moveIn(running.db, 75, { ...bricklayer, district: sangerhausen });
  await moveIn(running.db, 50, { consentStatistics: yes, consentPool: no });
  await publish(running.url, ines);
  const { whole, ofPlaces, places, of } = await coverage();
  expect(places.map(({ districts }) => districts)).toEqual([[hettstedt], [eisleben, sangerhausen]]);
  expect(ofPlaces.map(({ place }) => place)).toEqual(places.map(({ code }) => code));
  joined = places[1]?.code ?? '';
  expect(Math.abs((whole?.asked ?? 0) - 1205)).toBeLessThanOrEqual(15);
  expect(Math.abs((of(hettstedt)?.asked ?? 0) - 600)).toBeLessThanOrEqual(15);
  expect(Math.abs((of(joined)?.asked ?? 0) - 555)).toBeLessThanOrEqual(15);
});

test('without a denominator the share is unknown; with one it is published by registered', async () => {
  expect((await coverage()).of(hettstedt)).toMatchObject({ registered: null, asOf: null, share: null });
  await save(
    { district: hettstedt, registered: 1000, asOf: '2026-10-31' },
    { district: eisleben, registered: 500, asOf: '2026-09-30' },
  );
  const { whole, of } = await coverage();
  const asked = of(hettstedt)?.asked ?? 0;
  expect(of(hettstedt)).toMatchObject({ registered: 1000, asOf: '2026-10-31', share: asked / 1000 });
  // Sangerhausen is still missing: a share of the others would pass for all.
  expect(of(joined)).toMatchObject({ registered: null, share: null });
  expect(whole).toMatchObject({ registered: null, share: null });
});

test('typing in a district again replaces it and leaves the others', async () => {
  expect((await save({ district: hettstedt, registered: 2000, asOf: '2026-11-01' })).body).toEqual({
    saved: 1,
  });
  await save({ district: sangerhausen, registered: 0, asOf: '2026-10-31' });
  const { whole, of } = await coverage();
  expect(of(hettstedt)).toMatchObject({ registered: 2000, asOf: '2026-11-01' });
  expect(of(joined)).toMatchObject({ registered: 500, asOf: '2026-09-30' });
  expect(whole).toMatchObject({ registered: 2500, asOf: '2026-09-30', share: (whole?.asked ?? 0) / 2500 });
  const reply = await request(running.url, gapsEndpoints.denominators, { params }, ines);
  expect(bodyOf(gapsEndpoints.denominators, reply).denominators).toHaveLength(3);
});

test('a district that is not of the site, or stands twice, is refused and nothing is kept', async () => {
  const [here, there] = [hettstedt, 'mitte'].map((district) => ({
    district,
    registered: 1,
    asOf: '2026-11-02',
  }));
  if (!here || !there) throw new Error('two rows');
  expect(problemOf(await save(here, there))).toBe('422 districtUnknown');
  expect(problemOf(await save(here, here))).toBe('422 invalid');
  expect((await coverage()).of(hettstedt)?.registered).toBe(2000);
});
