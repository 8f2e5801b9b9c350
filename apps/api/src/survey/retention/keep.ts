import { cutoffOf } from '@kannwas/schema/survey/retention';
import type { Tx } from '../../db/database.ts';
import type { Opened } from '../../db/open.ts';
import type { Secrets } from '../../secrets.ts';
import { getConfirmAfter, listSites } from '../../sites/store.ts';
import { destroyKey, eraseMany } from '../mine/erase.ts';
import { listConsents } from '../mine/store.ts';
import { withdrawPassports } from '../passports/store.ts';
import { type Due, deidentify, takeDue } from './store.ts';

export type Keeper = { opened: Pick<Opened, 'db' | 'hold'>; secrets: Secrets; now: () => Date };

/** So many people in one transaction: whoever answers meanwhile does not wait long. */
const batch = 50;

/**
 * Ends what nobody has confirmed for too long, at all sites. One process does it at a time. What is done is not due any
 * more, so that it can be cut off anywhere and begun again.
 * @returns how many people were erased, and of how many only statistics are left
 */
export async function endRetention(keeper: Keeper): Promise<{ erased: number; deidentified: number }> {
  const ended = { erased: 0, deidentified: 0 };
  const letGo = await keeper.opened.hold('retention');
  if (!letGo) return ended;
  try {
    for (const { id } of await listSites(keeper.opened.db)) {
      for (let due = batch; due === batch; ) {
        const done = await keeper.opened.db.transaction().execute((tx) => endSome(tx, keeper, id));
        due = done.erased + done.deidentified;
        ended.erased += done.erased;
        ended.deidentified += done.deidentified;
      }
    }
  } finally {
    await letGo();
  }
  return ended;
}

async function endSome(tx: Tx, { secrets, now }: Keeper, siteId: string) {
  const months = await getConfirmAfter(tx, siteId);
  const unsubmitted = cutoffOf('ask', months, now());
  const due = await takeDue(tx, siteId, { unsubmitted, over: cutoffOf('over', months, now()), most: batch });
  const staying: Due[] = [];
  for (const one of due) {
    const consents = one.handedIn ? await listConsents(tx, { siteId, responseId: one.responseId }) : [];
    if (consents.includes('consentStatistics')) staying.push(one);
  }
  for (const { responseId } of staying) {
    const key = { siteId, responseId };
    await withdrawPassports(tx, key);
    await destroyKey(tx, key, now());
    await deidentify(tx, key, now());
  }
  const going = due.filter((one) => !staying.includes(one)).map(({ responseId }) => responseId);
  await eraseMany(tx, secrets, { siteId, responseIds: going, now: now() });
  return { erased: going.length, deidentified: staying.length };
}

const day = 86_400_000;

/**
 * Looks once a day, and soon after the start: a process that is started anew every night would never get to it otherwise.
 * @param failed hears of what went wrong; the next day tries again
 * @returns what stops it
 */
export function keepEnding(keeper: Keeper, failed: (error: unknown) => void): () => void {
  const look = () => void endRetention(keeper).catch(failed);
  const soon = setTimeout(look, 60_000);
  const daily = setInterval(look, day);
  soon.unref();
  daily.unref();
  return () => {
    clearTimeout(soon);
    clearInterval(daily);
  };
}
