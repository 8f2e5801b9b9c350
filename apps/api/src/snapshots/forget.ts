import type { RawBuilder } from 'kysely';
import type { Tx } from '../db/database.ts';
import { countLeaving } from '../pool/engine/leaving.ts';
import type { Secrets } from '../secrets.ts';
import { saveLeaving } from './cells/store.ts';
import { deletePeople, listPeopled, namesIn, withKeys } from './people/store.ts';
import { findLastEpoch } from './store.ts';

/**
 * Takes somebody out of every epoch at once: nothing that can be read holds them any more. The answers that they were
 * part of stand, as they were published; each remembers that one person has gone, not who.
 */
export async function forgetPerson(
  tx: Tx,
  secrets: Secrets,
  siteId: string,
  responseId: string,
): Promise<void> {
  const last = await findLastEpoch(tx, siteId);
  if (!last) return;
  const { personKey } = namesIn(secrets, { siteId, epoch: last.epoch });
  // One more than the last: an epoch may be being written.
  await takeOut(tx, siteId, last.epoch + 1, withKeys([personKey(responseId)]));
}

/** Takes people out of all epochs up to one. */
export async function takeOut(tx: Tx, siteId: string, upTo: number, who: RawBuilder<boolean>): Promise<void> {
  for (const epoch of await listPeopled(tx, siteId, upTo)) {
    for await (const leaving of countLeaving({ db: tx }, { siteId, epoch, who })) {
      await saveLeaving(tx, siteId, epoch, leaving);
    }
    await deletePeople(tx, { siteId, epoch }, who);
  }
}
