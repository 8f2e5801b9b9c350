import { recordKey } from '@kannwas/disclosure/keys';
import type { Epoch } from '@kannwas/schema/snapshots';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import type { Secrets } from '../secrets.ts';
import { getSite } from '../sites/store.ts';
import { listSubmitted } from '../survey/store.ts';
import { coarsen, type Publication } from './release.ts';
import { epochKey, finishEpoch, forgetEpochsBefore, saveWaiting, startEpoch, takeSite } from './store.ts';

/** So many people are in memory at a time, however many there are. */
const batchSize = 1000;

/**
 * Publishes the next epoch: everybody who handed in and consented, coarsened, without a way back.
 *
 * One transaction, so an epoch is whole or does not exist. On the embedded database, which has one connection, a
 * second publication waits for the first; on PostgreSQL it is refused. @throws ProblemError publishRunning
 */
export async function publish(db: Db, secrets: Secrets, siteId: string): Promise<Epoch> {
  return db.transaction().execute((tx) => publishWhole(tx, secrets, siteId));
}

async function publishWhole(tx: Tx, secrets: Secrets, siteId: string): Promise<Epoch> {
  if (!(await takeSite(tx, siteId))) throw new ProblemError('publishRunning');
  const { districts } = await getSite(tx, siteId);
  const epoch = await startEpoch(tx, siteId);
  const at: Publication = {
    year: new Date(epoch.publishedAt).getFullYear(),
    districts: new Set(districts.map(({ code }) => code)),
  };
  const key = epochKey(secrets, siteId, epoch.epoch);

  let after: string | undefined;
  do {
    const responses = await listSubmitted(tx, siteId, batchSize, after);
    const people = responses.flatMap((response) => {
      const released = coarsen(response, at);
      return released ? [{ ...released, recordKey: recordKey(key, response.responseId) }] : [];
    });
    await saveWaiting(tx, siteId, epoch.epoch, people);
    after = responses.length === batchSize ? responses.at(-1)?.responseId : undefined;
  } while (after);

  await finishEpoch(tx);
  // Who has withdrawn since is gone from the last epoch, so the ones before must not go on holding them.
  await forgetEpochsBefore(tx, siteId, epoch.epoch);
  return epoch;
}
