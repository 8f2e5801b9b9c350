import type { NewEvent } from '@kannwas/schema/survey/events';
import type { Db } from '../../db/database.ts';
import { withdrawPassports } from '../passports/store.ts';
import { type Key, listConsents } from './store.ts';

/**
 * Ends what rested on a consent that does not stand any more: papers say "withdrawn". Called after the answers are kept;
 * when it fails, the phone sends the same answers again.
 */
export async function settleConsents(db: Db, key: Key, events: readonly NewEvent[]): Promise<void> {
  if (!events.some(({ question }) => question === 'consentResult')) return;
  await db.transaction().execute(async (tx) => {
    const consents = await listConsents(tx, key);
    if (!consents.includes('consentResult')) await withdrawPassports(tx, key);
  });
}
