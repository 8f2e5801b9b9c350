import { type Denominator, gapsEndpoints } from '@kannwas/schema/gaps';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn } from '../support/people.ts';
import { bricklayer, handIn, no, publish, townLimits, yes } from '../support/town.ts';

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
  const { rows } = bodyOf(gapsEndpoints.coverage, reply);
  const [whole, ...districts] = rows;
  return { whole, districts, of: (code: string) => districts.find(({ district }) => district === code) };
}

test('before anything is published, nobody knows what is covered', async () => {
  const reply = await request(running.url, gapsEndpoints.coverage, { params }, ines);
  expect(problemOf(reply)).toBe('409 noSnapshotYet');
});

test('coverage counts who consented to statistics, pool or not, by district and in all', async () => {
  await handIn(running.url, 40, { ...bricklayer, consentPool: no });
  await handIn(running.url, 30, { ...bricklayer, consentStatistics: no });
  await handIn(running.url, 4, { ...bricklayer, district: eisleben });
  await handIn(running.url, 30, { consentStatistics: yes, consentPool: no });
  await publish(running.url, ines);
  const { whole, districts, of } = await coverage();
  expect(districts.map(({ district }) => district)).toEqual([hettstedt, eisleben, sangerhausen]);
  expect(whole?.district).toBeNull();
  expect(whole?.asked).toBeGreaterThanOrEqual(60);
  expect(of(hettstedt)?.asked).toBeGreaterThanOrEqual(30);
  expect(of(hettstedt)?.asked).toBeLessThanOrEqual(50);
  // Four and nobody look alike.
  expect(of(eisleben)).toEqual({ ...of(sangerhausen), district: eisleben });
  expect(of(eisleben)?.asked).toBeNull();
});

test('without a denominator the share is unknown; with one it is published by registered', async () => {
  expect((await coverage()).of(hettstedt)).toMatchObject({ registered: null, asOf: null, share: null });
  await save(
    { district: hettstedt, registered: 100, asOf: '2026-10-31' },
    { district: eisleben, registered: 50, asOf: '2026-09-30' },
  );
  const { whole, of } = await coverage();
  const asked = of(hettstedt)?.asked ?? 0;
  expect(of(hettstedt)).toMatchObject({ registered: 100, asOf: '2026-10-31', share: asked / 100 });
  expect(of(eisleben)).toMatchObject({ registered: 50, share: null });
  // Sangerhausen is still missing: a share of the two others would pass for the whole.
  expect(whole).toMatchObject({ registered: null, share: null });
});

test('typing in a district again replaces it and leaves the others', async () => {
  expect((await save({ district: hettstedt, registered: 200, asOf: '2026-11-01' })).body).toEqual({
    saved: 1,
  });
  await save({ district: sangerhausen, registered: 0, asOf: '2026-10-31' });
  const { whole, of } = await coverage();
  expect(of(hettstedt)).toMatchObject({ registered: 200, asOf: '2026-11-01' });
  expect(of(sangerhausen)).toMatchObject({ registered: 0, share: null });
  expect(whole).toMatchObject({ registered: 250, asOf: '2026-09-30', share: (whole?.asked ?? 0) / 250 });
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
  expect((await coverage()).of(hettstedt)?.registered).toBe(200);
});
