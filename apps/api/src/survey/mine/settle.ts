import type { NewEvent } from '@kannwas/schema/survey/events';
import type { Db } from '../../db/database.ts';
import { deleteContact } from '../contact/store.ts';
import { withdrawPassports } from '../passports/store.ts';
import { type Key, listConsents } from './store.ts';

const rests: ReadonlySet<string> = new Set(['consentResult', 'consentContact']);

/**
 * Ends what rested on a consent that does not stand any more: papers say "withdrawn", and how the
 * person may be reached is gone. Called after the answers are kept;
 * when it fails, the phone sends the same answers again.
 */
export async function settleConsents(db: Db, key: Key, events: readonly NewEvent[]): Promise<void> {
  if (!events.some(({ question }) => rests.has(question))) return;
  await db.transaction().execute(async (tx) => {
    const consents = await listConsents(tx, key);
    if (!consents.includes('consentResult')) await withdrawPassports(tx, key);
    if (!consents.includes('consentContact')) await deleteContact(tx, key);
  });
}
