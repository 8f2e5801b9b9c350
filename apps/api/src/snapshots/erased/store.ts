import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Until the transaction ends no epoch of the site is written or finished: it might bring back who is just erased. */
export async function lockEpochs(tx: Tx, siteId: string): Promise<void> {
  await tx
    .selectFrom('snapshot')
    .select('epoch')
    .where('site_id', '=', siteId)
    .orderBy('epoch')
    .forNoKeyUpdate()
    .execute();
}

/** Notes, by their keys, who must not be in the epoch that is being written or comes next. */
export async function noteErased(tx: Tx, siteId: string, personKeys: readonly string[]): Promise<void> {
  await tx
    .insertInto('erased_person')
    .values(personKeys.map((person_key) => ({ site_id: siteId, person_key })))
    .onConflict((already) => already.doNothing())
    .execute();
}

/** Takes the erased out of those who wait for an epoch to be written. */
export async function deleteErasedWaiting(tx: Tx, siteId: string): Promise<void> {
  await tx
    .deleteFrom('waiting_person')
    .where('site_id', '=', siteId)
    .where('person_key', 'in', (query) =>
      query.selectFrom('erased_person').select('person_key').where('site_id', '=', siteId),
    )
    .execute();
}

/** The keys of those who were erased since the last publication. */
export async function listErased(tx: Tx, siteId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('erased_person')
    .select(sql<string>`person_key::text`.as('key'))
    .where('site_id', '=', siteId)
    .execute();
  return rows.map(({ key }) => key);
}

/** Forgets who was erased: a finished epoch holds none of them, and the next reads who is there then. */
export async function dropErased(tx: Tx, siteId: string): Promise<void> {
  await tx.deleteFrom('erased_person').where('site_id', '=', siteId).execute();
}
