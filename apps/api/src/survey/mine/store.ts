import type { SoundType } from '@kannwas/schema/languages';
import type { ErasureReceipt, Look } from '@kannwas/schema/survey/mine';
import { consents, type Question, said } from '@kannwas/schema/survey/questions';
import type { Db, Tx } from '../../db/database.ts';

export type Key = { siteId: string; responseId: string };

/** What the audit log calls it, what its reader is told, and the part that alone can do it (see `rights.ts`). */
const told: Record<string, Pick<Look, 'action' | 'role'>> = {
  'interview.read': { action: 'read', role: 'case-worker' },
  'interview.hear': { action: 'hear', role: 'case-worker' },
  // Whoever has a paper made has read what is on it.
  'interview.passport': { action: 'read', role: 'case-worker' },
  'interview.contact': { action: 'contact', role: 'case-worker' },
  'interview.close': { action: 'close', role: 'case-worker' },
  'interview.reopen': { action: 'reopen', role: 'case-worker' },
};

/** Who of the staff looked at a response, newest first. */
export async function listLooks(db: Db, { siteId, responseId }: Key): Promise<Look[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select(['at', 'action'])
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap(({ at, action }) => {
    const look = told[action];
    return look ? [{ at: at.toISOString(), ...look }] : [];
  });
}

/** What a person said into the phone, with the sound. */
export async function listRecordings(db: Db, { siteId, responseId }: Key) {
  const rows = await db
    .selectFrom('recording')
    .select(['recording_id', 'type', 'milliseconds', 'received_at', 'bytes'])
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .orderBy('recording_id')
    .execute();
  return rows.map(({ recording_id, type, milliseconds, received_at, bytes }) => ({
    recordingId: recording_id,
    // Only types of sound that we know get in.
    type: type as SoundType,
    milliseconds,
    receivedAt: received_at.toISOString(),
    base64: Buffer.from(bytes).toString('base64'),
  }));
}

/** The purposes to which a person says yes, and nobody has said otherwise. */
export async function listConsents(db: Db, { siteId, responseId }: Key): Promise<Question[]> {
  const row = await db
    .selectFrom('response')
    .select(['answers', 'conflicts'])
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .executeTakeFirst();
  if (!row) return [];
  return consents.filter((name) => said(row.answers, name)?.given && !row.conflicts.includes(name));
}

/** Keeps others away from a response until the transaction ends; false when it is not there or has another code. */
export async function lockOwn(tx: Tx, { siteId, responseId }: Key, codeHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('response')
    .select('response_id')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes a response with all that refers to it, its key above all. @returns the id of the key, where there was one */
export async function deleteResponse(tx: Tx, { siteId, responseId }: Key): Promise<string | null> {
  const keyId = await deleteKey(tx, { siteId, responseId });
  await tx
    .deleteFrom('response')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .execute();
  return keyId;
}

/** Destroys the key of a person. @returns its id, where there was one */
export async function deleteKey(tx: Tx, { siteId, responseId }: Key): Promise<string | null> {
  const key = await tx
    .deleteFrom('person_key')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .returning('key_id')
    .executeTakeFirst();
  return key?.key_id ?? null;
}

/** Keeps what was erased when: a number, not who. */
export async function saveReceipt(
  tx: Tx,
  { siteId, keyId }: { siteId: string; keyId: string | null },
  { number, erasedAt }: ErasureReceipt,
): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({ site_id: siteId, number, erased_at: erasedAt, key_id: keyId })
    .execute();
}

/** The receipt of an erasure by its number. */
export async function findReceipt(
  db: Db,
  siteId: string,
  number: string,
): Promise<ErasureReceipt | undefined> {
  const row = await db
    .selectFrom('erasure')
    .select('erased_at')
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { number, erasedAt: new Date(row.erased_at).toISOString() };
}
