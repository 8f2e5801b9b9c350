import type { Db } from '@kannwas/api/db/database';
import type { Place } from '@kannwas/schema/pool/table';
import { sql } from 'kysely';

/** What is stored of somebody in a published epoch, without site and epoch. */
export type EpochPerson = {
  person_key: string;
  record_key: string;
  occupations: string[];
  place: string | null;
  german: number | null;
  availability: string[];
  education: string | null;
  experience: string | null;
  licences: string[];
  gender: string | null;
  age_band: string | null;
  in_pool: boolean;
  in_coverage: boolean;
};

type Written = {
  siteId: string;
  epoch: number;
  places: readonly Place[];
  people: readonly EpochPerson[];
  state?: 'writing' | 'published';
};

/** Writes an epoch straight into its tables, in place of the one that was there. */
export async function writeEpoch(
  db: Db,
  { siteId, epoch, places, people, state = 'published' }: Written,
): Promise<void> {
  await sql`delete from snapshot where site_id = ${siteId} and epoch = ${epoch}`.execute(db);
  await sql`
    insert into snapshot (site_id, epoch, state, places)
    values (${siteId}, ${epoch}, ${state}, ${JSON.stringify(places)}::jsonb)`.execute(db);
  const rows = people.map((person) => ({ site_id: siteId, epoch, ...person }));
  await sql`
    insert into snapshot_person
    select * from jsonb_populate_recordset(null::snapshot_person, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}
