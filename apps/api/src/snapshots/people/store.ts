import { createHmac, createSecretKey } from 'node:crypto';
import { recordKey } from '@kannwas/disclosure/keys';
import type { Layers } from '@kannwas/disclosure/layers';
import type { Place } from '@kannwas/schema/pool/table';
import { germanLevels } from '@kannwas/schema/snapshots';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { Secrets } from '../../secrets.ts';
import { mixedIn } from '../mixing/store.ts';
import type { Inhabited } from '../places.ts';
import type { Released } from '../release.ts';
import { epochKey, staticKey } from '../store.ts';

export type EpochOfSite = { siteId: string; epoch: number };

/** How people are named in an epoch: without the secret key, no name leads to a response. */
export type Names = {
  /** The same in every epoch of the site: a signed 64-bit number. */
  person: (responseId: string) => string;
  /** Another in every epoch. */
  record: (responseId: string) => string;
};

/** Keys are prepared once, because preparing one costs more than using it. */
export function namesIn(secrets: Secrets, siteId: string, epoch: number): Names {
  const ofSite = createSecretKey(staticKey(secrets, siteId));
  const ofEpoch = createSecretKey(epochKey(secrets, siteId, epoch));
  return {
    person: (id) =>
      String(createHmac('sha256', ofSite).update('person').update(id, 'utf8').digest().readBigInt64BE(0)),
    record: (id) => String(recordKey(ofEpoch, id)),
  };
}

/** Somebody of the epoch being written, or nobody where nothing may be released any more. */
export type Read = { responseId: string; released: Released | undefined };

/** Lets people wait for the epoch to be written. */
export async function saveWaiting(
  tx: Tx,
  { siteId, epoch }: EpochOfSite,
  read: readonly Read[],
  names: Names,
): Promise<void> {
  const rows = read.flatMap(({ responseId, released }) =>
    released
      ? [
          {
            site_id: siteId,
            epoch,
            person_key: names.person(responseId),
            record_key: names.record(responseId),
            ...columnsOf(released),
          },
        ]
      : [],
  );
  await sql`
    insert into waiting_person
    select * from jsonb_populate_recordset(null::waiting_person, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

/** Lets people wait with what is true now, or no longer, whatever they waited with before. */
export async function replaceWaiting(
  tx: Tx,
  of: EpochOfSite,
  read: readonly Read[],
  names: Names,
): Promise<void> {
  const keys = read.map(({ responseId }) => names.person(responseId));
  await sql`
    delete from waiting_person using jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as changed (key)
    where site_id = ${of.siteId} and epoch = ${of.epoch} and person_key = changed.key::bigint`.execute(tx);
  await saveWaiting(tx, of, read, names);
}

function columnsOf(person: Released) {
  return {
    occupations: person.occupations ?? [],
    place: person.district ?? null,
    german: person.german ? germanLevels.indexOf(person.german) : null,
    availability: person.availability ?? [],
    education: person.education ?? null,
    experience: person.experience ?? null,
    licences: person.licences ?? [],
    age_band: person.ageBand ?? null,
    gender: person.gender ?? null,
    country_group: person.countryGroup ?? null,
    in_pool: person.inPool,
    in_coverage: person.inCoverage,
  };
}

/** How many of those who wait live in each district of the site. */
export async function countWaiting(
  tx: Tx,
  { siteId, epoch }: EpochOfSite,
  districts: readonly string[],
): Promise<Inhabited[]> {
  const rows = await tx
    .selectFrom('waiting_person')
    .select(['place', sql<number>`count(*)::int`.as('people')])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .groupBy('place')
    .execute();
  const known = new Map(rows.map(({ place, people }) => [place, people]));
  return districts.map((code) => ({ code, people: known.get(code) ?? 0 }));
}

/**
 * Writes everybody who waits into the epoch, in the order of their keys, which says nothing to anybody without the
 * epoch key. Districts become the published places that they are part of, and some facts are mixed.
 */
export async function writeEpoch(
  tx: Tx,
  { siteId, epoch }: EpochOfSite,
  places: readonly Place[],
  layers: Pick<Layers, 'mixing'>,
): Promise<void> {
  const broader = new Set(places.map(({ within }) => within));
  const placeOf = Object.fromEntries(
    places
      .filter(({ code }) => !broader.has(code))
      .flatMap(({ code, districts }) => districts.map((district) => [district, code])),
  );
  await tx
    .updateTable('snapshot')
    .set({ places: JSON.stringify(places) })
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .execute();
  // A million people take longer than a statement usually may.
  await sql`set local statement_timeout = 0`.execute(tx);
  const columns = sql`site_id, epoch, person_key, record_key, occupations, country_group, in_pool, in_coverage`;
  const { columns: facts, values, window } = mixedIn(layers);
  await sql`
    insert into snapshot_person (${columns}, place, ${facts})
    select ${columns}, ${JSON.stringify(placeOf)}::jsonb ->> place, ${values}
    from waiting_person where site_id = ${siteId} and epoch = ${epoch}
    window ${window} order by record_key`.execute(tx);
  await tx.deleteFrom('waiting_person').where('site_id', '=', siteId).where('epoch', '=', epoch).execute();
}

/** The keys of those who are in one epoch and no longer in another. */
export async function listLeavers(tx: Tx, siteId: string, epoch: number, now: number): Promise<string[]> {
  const keysOf = (of: number) =>
    tx
      .selectFrom('snapshot_person')
      .select(sql<string>`person_key::text`.as('key'))
      .where('site_id', '=', siteId)
      .where('epoch', '=', of);
  const rows = await keysOf(epoch).except(keysOf(now)).execute();
  return rows.map(({ key }) => key);
}

/** The keys of everybody in an epoch. */
export async function listKeysOf(tx: Tx, { siteId, epoch }: EpochOfSite): Promise<string[]> {
  const rows = await tx
    .selectFrom('snapshot_person')
    .select(sql<string>`person_key::text`.as('key'))
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .execute();
  return rows.map(({ key }) => key);
}

/** Some people, by their keys. */
export const withKeys = (personKeys: readonly string[]) =>
  sql<boolean>`person_key = any(array(
    select jsonb_array_elements_text(${JSON.stringify(personKeys)}::jsonb)::bigint))`;

/**
 * The epochs of a site whose people are kept, oldest first. Until the transaction ends no answer is stored of any of them:
 * it might hold people who are just being taken out.
 */
export async function listPeopled(tx: Tx, siteId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('snapshot')
    .select('epoch')
    .where('site_id', '=', siteId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('snapshot_person')
          .select('person_key')
          .whereRef('snapshot_person.site_id', '=', 'snapshot.site_id')
          .whereRef('snapshot_person.epoch', '=', 'snapshot.epoch'),
      ),
    )
    .orderBy('epoch')
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ epoch }) => epoch);
}

/** Removes people of one epoch; whoever has it in memory notices. @returns how many they were */
export async function deletePeople(
  tx: Tx,
  { siteId, epoch }: EpochOfSite,
  who: RawBuilder<boolean>,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('snapshot_person')
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .where(who)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) {
    await tx
      .updateTable('snapshot')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
      .where('site_id', '=', siteId)
      .where('epoch', '=', epoch)
      .execute();
  }
  return Number(numDeletedRows);
}

/** Removes the people of epochs that are too old for any answer to be based on. */
export async function deletePeopleBefore(tx: Tx, siteId: string, epoch: number): Promise<void> {
  await tx.deleteFrom('snapshot_person').where('site_id', '=', siteId).where('epoch', '<', epoch).execute();
}
