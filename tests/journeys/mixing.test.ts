import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { namesIn, saveWaiting, writeEpoch } from '@kannwas/api/snapshots/people/store';
import type { Released } from '@kannwas/api/snapshots/release';
import { startPublication } from '@kannwas/api/snapshots/store';
import { type Keyed, type MixedFact, mixed, mixedFacts, mixing } from '@kannwas/disclosure/mixing';
import { educations, experiences, germanLevels } from '@kannwas/schema/snapshots';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hettstedt, openTestDatabase } from '../support/app.ts';

const of = { siteId: hettstedt.id, epoch: 1 };
const people: Released[] = Array.from({ length: 900 }, (_, nth) => ({
  inPool: nth % 7 !== 0,
  inCoverage: true,
  ...(nth % 3 === 0 ? {} : { occupations: [['7212', '5120', '2341'][nth % 3] ?? '7212'] }),
  ...(nth % 5 === 0 ? {} : { german: germanLevels[nth % germanLevels.length] ?? 'none' }),
  education: educations[nth % educations.length] ?? 'basic',
  experience: experiences[nth % experiences.length] ?? 'under-3',
  licences: nth % 2 === 0 ? ['car'] : [],
  availability: nth % 4 === 0 ? ['work', 'course'] : ['later'],
  ageBand: nth % 2 === 0 ? '25-44' : 'under-25',
  gender: nth % 2 === 0 ? 'female' : 'male',
}));

let opened: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  opened = await openTestDatabase();
  await saveSite(opened.db, hettstedt);
  await startPublication(opened.db, of.siteId, people.length);
});
afterAll(() => opened.close());

const said = (person: Released, fact: MixedFact) => {
  if (fact === 'german') return person.german ? germanLevels.indexOf(person.german) : null;
  return person[fact] ?? null;
};

test('an epoch shows of each person the facts of those whom the package names, and their own work and place', async () => {
  const secrets = deriveSecrets(Buffer.alloc(32, 'mixing'));
  const names = namesIn(secrets, of.siteId, of.epoch);
  const read = people.map((released, nth) => ({ responseId: `response-${nth}`, released }));
  await opened.db.transaction().execute(async (tx) => {
    await saveWaiting(tx, of, read, names);
    await writeEpoch(tx, of, [], { mixing: true });
  });
  const written = await opened.db.selectFrom('snapshot_person').selectAll().execute();
  const byKey = new Map(written.map((row) => [String(row.person_key), row]));
  const pool = read.filter(({ released }) => released.inPool);
  const keyed: Keyed[] = pool.map(({ responseId, released }) => ({
    key: BigInt(names.person(responseId)),
    work: released.occupations?.[0]?.slice(0, 1) ?? '',
  }));
  let borrowed = 0;
  for (const fact of mixedFacts) {
    const shown = mixed(keyed, fact);
    const column = fact === 'ageBand' ? 'age_band' : fact;
    for (const [place, from] of shown.entries()) {
      const source = pool[from]?.released;
      const row = byKey.get(String(keyed[place]?.key));
      expect(row?.[column]).toEqual(source && said(source, fact));
      expect(row?.occupations).toEqual(pool[place]?.released.occupations ?? []);
      borrowed += from === place ? 0 : 1;
    }
  }
  expect(borrowed / (pool.length * mixedFacts.length)).toBeCloseTo(mixing.share / mixing.of, 1);
  const outside = read.filter(({ released }) => !released.inPool);
  for (const { responseId, released } of outside) {
    expect(byKey.get(names.person(responseId))?.age_band).toBe(released.ageBand);
  }
});
