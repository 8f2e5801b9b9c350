import type { Tx } from '../db/database.ts';
import { countLeaving } from '../pool/engine/leaving.ts';
import type { Secrets } from '../secrets.ts';
import { saveLeaving } from './cells/store.ts';
import { deleteErasedWaiting, dropErased, listErased, lockEpochs, noteErased } from './erased/store.ts';
import {
  deletePeople,
  type EpochOfSite,
  listLeavers,
  listPeopled,
  namesIn,
  withKeys,
} from './people/store.ts';

/**
 * Takes people out of every epoch at once: nothing that can be read holds them any more. The answers that they were part
 * of stand, as they were published; each remembers how many have gone, not who.
 */
export async function forgetPeople(
  tx: Tx,
  secrets: Secrets,
  siteId: string,
  responseIds: readonly string[],
): Promise<void> {
  if (responseIds.length === 0) return;
  // A person has the same name in every epoch, so any will do.
  const names = namesIn(secrets, siteId, 0);
  const keys = responseIds.map(names.person);
  for (const epoch of await listPeopled(tx, siteId)) await takeOut(tx, { siteId, epoch }, keys);
}

/** Takes people who are erased out of every epoch at once, also out of one that is just being written. */
export async function erasePeople(
  tx: Tx,
  secrets: Secrets,
  siteId: string,
  responseIds: readonly string[],
): Promise<void> {
  if (responseIds.length === 0) return;
  await lockEpochs(tx, siteId);
  await noteErased(tx, siteId, responseIds.map(namesIn(secrets, siteId, 0).person));
  await deleteErasedWaiting(tx, siteId);
  await forgetPeople(tx, secrets, siteId, responseIds);
}

/** The last step of a publication: nobody is in the new epoch who was erased while it was written. */
export async function forgetErased(tx: Tx, of: EpochOfSite): Promise<void> {
  await lockEpochs(tx, of.siteId);
  await takeOut(tx, of, await listErased(tx, of.siteId));
  await dropErased(tx, of.siteId);
}

/** Takes out of earlier epochs whoever is not in the present one. */
export async function forgetLeavers(tx: Tx, siteId: string, now: number): Promise<void> {
  for (const epoch of await listPeopled(tx, siteId)) {
    if (epoch < now) await takeOut(tx, { siteId, epoch }, await listLeavers(tx, siteId, epoch, now));
  }
}

/** Takes people out of one epoch; the answers made from it remember how many. */
async function takeOut(tx: Tx, of: EpochOfSite, personKeys: readonly string[]): Promise<void> {
  if (personKeys.length === 0) return;
  const who = withKeys(personKeys);
  for await (const leaving of countLeaving({ db: tx }, { ...of, who })) {
    await saveLeaving(tx, of, leaving);
  }
  await deletePeople(tx, of, who);
}
