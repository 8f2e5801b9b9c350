import type { Opened } from '@kannwas/api/db/open';
import { cellsOfEpoch } from '@kannwas/api/pool/engine/cells';
import type { RulesOf } from '@kannwas/api/pool/rules';
import { saveCells } from '@kannwas/api/snapshots/cells/store';
import { sql } from 'kysely';
import { type EpochPerson, writeEpoch } from './epochs.ts';

/** A Kreis with two places. */
export const townPlaces = [
  { code: '15087', within: null, districts: ['15087220', '15087130'] },
  { code: 'hettstedt', within: '15087', districts: ['15087220'] },
  { code: 'eisleben', within: '15087', districts: ['15087130'] },
];

/** The same people for the same number: three occupations, two places, all levels of German. */
export function townOf(people: number): EpochPerson[] {
  return Array.from({ length: people }, (_, i) => ({
    person_key: String(i * 7919 - 3000),
    record_key: String((BigInt(i + 1) * 0x9e3779b97f4a7c15n) % 2n ** 64n),
    occupations: i % 3 === 0 ? ['7112'] : i % 3 === 1 ? ['7231', '9112'] : ['2341'],
    place: i % 5 < 3 ? 'hettstedt' : 'eisleben',
    german: i % 6,
    availability: i % 2 === 0 ? ['work'] : ['work', 'training'],
    education: i % 7 < 4 ? 'school' : 'vocational',
    experience: '3-10',
    licences: i % 4 === 0 ? ['car'] : [],
    gender: i % 2 === 0 ? 'female' : 'male',
    age_band: '25-44',
    in_pool: true,
    in_coverage: true,
  }));
}

type Town = { opened: Pick<Opened, 'db' | 'copyOut'>; rulesOf: RulesOf };

/** Publishes an epoch, of Hettstedt or another site, with these people, without their way through the survey. */
export async function publishTown(
  { opened, rulesOf }: Town,
  epoch: number,
  people: EpochPerson[],
  siteId = 'hettstedt',
): Promise<void> {
  const { db } = opened;
  await writeEpoch(db, { siteId, epoch, places: townPlaces, people, state: 'writing' });
  const means = { reading: opened, rulesOf };
  for await (const rows of cellsOfEpoch(means, siteId, epoch)) await saveCells(db, siteId, epoch, rows);
  await sql`update snapshot set state = 'published' where site_id = ${siteId} and epoch = ${epoch}`.execute(
    db,
  );
}
