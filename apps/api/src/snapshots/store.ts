import { createHmac } from 'node:crypto';
import type { Epoch } from '@kannwas/schema/snapshots';
import { germanLevels } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import type { Secrets } from '../secrets.ts';
import type { Released } from './release.ts';

/** The key of one epoch of one site; record keys and noise hang on it, and it is never in the database. */
export function epochKey({ disclosure }: Secrets, siteId: string, epoch: number): Buffer {
  return createHmac('sha256', disclosure).update(`epoch\0${siteId}\0${epoch}`).digest();
}

/** The key of a site that outlives its epochs: persons keep their place in it, and cells their τ. */
export function staticKey({ disclosure }: Secrets, siteId: string): Buffer {
  return createHmac('sha256', disclosure).update(`static\0${siteId}`).digest();
}

/** The epochs of a site, newest first. */
export async function listEpochs(db: Db, siteId: string, most = 1000): Promise<Epoch[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['epoch', 'published_at'])
    .where('site_id', '=', siteId)
    .orderBy('epoch', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ epoch, published_at }) => ({ epoch, publishedAt: published_at.toISOString() }));
}

/** The epoch that is counted now; undefined before the first. */
export async function findLastEpoch(db: Db, siteId: string): Promise<Epoch | undefined> {
  const [last] = await listEpochs(db, siteId, 1);
  return last;
}

/** Takes the site for this publication alone, until the transaction ends; false when somebody else has it. */
export async function takeSite(tx: Tx, siteId: string): Promise<boolean> {
  try {
    await tx
      .selectFrom('site')
      .select('site_id')
      .where('site_id', '=', siteId)
      // The weaker lock, since newcomers' new responses refer to the site and must not wait.
      .forNoKeyUpdate()
      .noWait()
      .executeTakeFirst();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') return false;
    throw error;
  }
}

/** Begins the next epoch of a site that was taken. */
export async function startEpoch(tx: Tx, siteId: string): Promise<Epoch> {
  const { epoch, published_at } = await tx
    .insertInto('snapshot')
    .values((value) => ({
      site_id: siteId,
      epoch: value
        .selectFrom('snapshot')
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('epoch'), lit(0))} + 1`.as('next'))
        .where('site_id', '=', siteId),
    }))
    .returning(['epoch', 'published_at'])
    .executeTakeFirstOrThrow();
  // On disk, rows lie in the order of writing. Written as they are read, they would lie in the order in which people
  // started, beside their responses; so they wait here until all are known, and are then written by their keys.
  await sql`create temporary table waiting_person (like snapshot_person) on commit drop`.execute(tx);
  return { epoch, publishedAt: published_at.toISOString() };
}

export type Published = Released & { recordKey: bigint };

/** Adds people to the epoch being written. */
export async function saveWaiting(
  tx: Tx,
  siteId: string,
  epoch: number,
  people: readonly Published[],
): Promise<void> {
  const rows = people.map((person) => ({
    site_id: siteId,
    epoch,
    record_key: String(person.recordKey),
    occupation: person.occupation ?? null,
    district: person.district ?? null,
    german: person.german ? germanLevels.indexOf(person.german) : null,
    availability: person.availability ?? [],
    age_band: person.ageBand ?? null,
    gender: person.gender ?? null,
    country_group: person.countryGroup ?? null,
    in_pool: person.inPool,
    in_coverage: person.inCoverage,
  }));
  await sql`
    insert into waiting_person
    select * from jsonb_populate_recordset(null::snapshot_person, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Writes everybody of the epoch in the order of their keys, which says nothing to anybody without the epoch key. */
export async function finishEpoch(tx: Tx): Promise<void> {
  await sql`insert into snapshot_person select * from waiting_person order by record_key`.execute(tx);
}

/** Removes the people of earlier epochs; that and when they were published stays known. */
export async function forgetEpochsBefore(tx: Tx, siteId: string, epoch: number): Promise<void> {
  await tx.deleteFrom('snapshot_person').where('site_id', '=', siteId).where('epoch', '<', epoch).execute();
}
