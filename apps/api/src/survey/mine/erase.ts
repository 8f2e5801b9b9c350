import { createHmac } from 'node:crypto';
import type { ErasureReceipt } from '@kannwas/schema/survey/mine';
import type { Db, Tx } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Secrets } from '../../secrets.ts';
import { erasePeople } from '../../snapshots/forget.ts';
import { withdrawPassports } from '../passports/store.ts';
import { deleteResponse, findReceipt, type Key, lockOwn, saveReceipt } from './store.ts';

/**
 * Erases everything about a person at once: answers, recordings, contact, the key that opens what backups hold, and their
 * place in every epoch. Papers say "withdrawn"; published numbers stay. Whoever asks again, because the answer got lost, gets the same receipt.
 * @throws ProblemError wrongCode
 */
export async function eraseOwn(
  db: Db,
  secrets: Secrets,
  key: Key,
  codeHash: string,
): Promise<ErasureReceipt> {
  const number = receiptNumber(secrets, key, codeHash);
  return db.transaction().execute(async (tx) => {
    if (await lockOwn(tx, key, codeHash)) {
      return eraseLocked(tx, secrets, key, { number, erasedAt: new Date().toISOString() });
    }
    const already = await findReceipt(tx, key.siteId, number);
    if (!already) throw new ProblemError('wrongCode');
    return already;
  });
}

/** Erases a response that nobody else can change meanwhile. */
async function eraseLocked(
  tx: Tx,
  secrets: Secrets,
  key: Key,
  receipt: ErasureReceipt,
): Promise<ErasureReceipt> {
  await erasePeople(tx, secrets, key.siteId, [key.responseId]);
  await withdrawPassports(tx, key);
  const keyId = await deleteResponse(tx, key);
  await saveReceipt(tx, { siteId: key.siteId, keyId }, receipt);
  return receipt;
}

/**
 * Twelve digits that follow from what only the holder of the code has and we have no more: they can be made again for
 * that person, and lead back to nobody.
 */
function receiptNumber({ codes }: Secrets, { siteId, responseId }: Key, codeHash: string): string {
  const mac = createHmac('sha256', codes).update(`receipt\0${siteId}\0${responseId}\0${codeHash}`).digest();
  return String(mac.readBigUInt64BE(0) % 10n ** 12n).padStart(12, '0');
}
