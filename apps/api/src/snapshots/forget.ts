import type { Tx } from '../db/database.ts';
import { countLeaving } from '../pool/engine/leaving.ts';
import type { Secrets } from '../secrets.ts';
import { saveLeaving } from './cells/store.ts';
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
