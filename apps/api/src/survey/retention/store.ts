import { Question } from '@kannwas/schema/survey/questions';
import { identifies } from '@kannwas/schema/survey/retention';
import { sql } from 'kysely';
import { v4 } from 'uuid';
import type { Db, Tx } from '../../db/database.ts';
import { rebuildIn } from '../events.ts';
import type { Key } from '../mine/store.ts';

/** When answers were confirmed last: by saying so, or by changing one. */
export const confirmedAt = sql<Date>`greatest(changed_at, coalesce(confirmed_at, changed_at))`;

/** Notes that everything is still true. */
export async function saveConfirmation(db: Db, { siteId, responseId }: Key, now: Date): Promise<void> {
  await db
    .updateTable('response')
    .set({ confirmed_at: now })
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .execute();
}

/** When a response was confirmed last. */
export async function findConfirmation(db: Db, { siteId, responseId }: Key): Promise<Date | undefined> {
  const row = await db
    .selectFrom('response')
    .select(confirmedAt.as('at'))
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .executeTakeFirst();
  return row && new Date(row.at);
}

/** A response whose time is over. */
export type Due = { responseId: string; handedIn: boolean };

/**
 * Some responses whose time is over, kept away from others until the transaction ends: those never handed in after the
 * months of the site, all others when nobody confirmed them for longer.
 */
export async function takeDue(
  tx: Tx,
  siteId: string,
  { unsubmitted, over, most }: { unsubmitted: Date; over: Date; most: number },
): Promise<Due[]> {
  return tx
    .selectFrom('response')
    .select(['response_id as responseId', sql<boolean>`status = 'submitted'`.as('handedIn')])
    .where('site_id', '=', siteId)
    .where('deidentified_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb(confirmedAt, '<', over),
        and([eb('submitted_at', 'is', null), eb(confirmedAt, '<', unsubmitted)]),
      ]),
    )
    .orderBy('response_id')
    .limit(most)
    .forUpdate()
    .execute();
}

const identifying = Question.options.filter(identifies);

/** Leaves of a response what many say alike: own words, sound, contact, and code are gone. */
export async function deidentify(tx: Tx, { siteId, responseId }: Key, now: Date): Promise<void> {
  for (const table of ['contact', 'recording'] as const) {
    await tx.deleteFrom(table).where('site_id', '=', siteId).where('response_id', '=', responseId).execute();
  }
  await tx
    .deleteFrom('answer_event')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .where(sql`split_part(question, '/', 1)`, 'in', identifying)
    .execute();
  await rebuildIn(tx, siteId, responseId);
  await tx
    .updateTable('response')
    // No code has this hash: nobody opens it any more.
    .set({ code_hash: `none ${v4()}`, receipt: null, deidentified_at: now })
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .execute();
}
