import { randomInt } from 'node:crypto';
import { Language } from '@kannwas/schema/codes';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { listEvents } from './events.ts';

type Key = { siteId: string; responseId: string };

/**
 * Starts a response; starting the same one twice is harmless.
 * @throws ProblemError notFound for an unknown site, codeTaken when id or code already belong to another response
 */
export async function startResponse(
  db: Db,
  { siteId, responseId }: Key,
  codeHash: string,
  language: Language,
): Promise<void> {
  const site = await db.selectFrom('site').select('site_id').where('site_id', '=', siteId).executeTakeFirst();
  if (!site) throw new ProblemError('notFound');
  await db
    .insertInto('response')
    .values({
      site_id: siteId,
      response_id: responseId,
      code_hash: codeHash,
      status: 'open',
      language,
      answers: '{}',
      heads: '{}',
      conflicts: '[]',
      changed_at: new Date(),
    })
    .onConflict((already) => already.doNothing())
    .execute();
  const kept = await findByCode(db, codeHash, siteId);
  if (kept?.responseId !== responseId) throw new ProblemError('codeTaken');
}

/** The response that belongs to a code, at one site or at any. */
export async function findByCode(db: Db, codeHash: string, siteId?: string): Promise<Key | undefined> {
  return db
    .selectFrom('response')
    .select(['site_id as siteId', 'response_id as responseId'])
    .where('code_hash', '=', codeHash)
    .$if(siteId !== undefined, (query) => query.where('site_id', '=', siteId ?? ''))
    .executeTakeFirst();
}

/** @throws ProblemError wrongCode when the code does not open this response */
export async function requireOwn(db: Db, { siteId, responseId }: Key, codeHash: string): Promise<void> {
  const own = await findByCode(db, codeHash, siteId);
  if (own?.responseId !== responseId) throw new ProblemError('wrongCode');
}

/**
 * A response with its events. With a code hash only its own response is found.
 * @throws ProblemError wrongCode with a code, notFound without
 */
export async function getResponse(db: Db, { siteId, responseId }: Key, codeHash?: string): Promise<Response> {
  const row = await db
    .selectFrom('response')
    .select(['status', 'language', 'started_at', 'submitted_at', 'receipt'])
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .$if(codeHash !== undefined, (query) => query.where('code_hash', '=', codeHash ?? ''))
    .executeTakeFirst();
  if (!row) throw new ProblemError(codeHash === undefined ? 'notFound' : 'wrongCode');
  return {
    siteId,
    responseId,
    status: row.status,
    language: Language.parse(row.language),
    startedAt: row.started_at.toISOString(),
    submittedAt: row.submitted_at ? new Date(row.submitted_at).toISOString() : null,
    receipt: row.receipt,
    events: await listEvents(db, siteId, responseId),
  };
}

/** Hands a response in; doing it twice keeps the first time and the first receipt. @throws ProblemError wrongCode, responseClosed */
export async function submitResponse(db: Db, { siteId, responseId }: Key, codeHash: string) {
  const receipt = Array.from({ length: 8 }, () => randomInt(10)).join('');
  const row = await db
    .updateTable('response')
    .set((column) => ({
      status: 'submitted',
      submitted_at: column.fn.coalesce('submitted_at', column.val(new Date())),
      receipt: column.fn.coalesce('receipt', column.val(receipt)),
      changed_at: new Date(),
    }))
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .where('code_hash', '=', codeHash)
    .where('status', '<>', 'closed')
    .returning(['receipt', 'submitted_at'])
    .executeTakeFirst();
  if (!row?.receipt || !row.submitted_at) {
    // Throws wrongCode when it is not theirs; otherwise it can only be closed.
    await getResponse(db, { siteId, responseId }, codeHash);
    throw new ProblemError('responseClosed');
  }
  return { receipt: row.receipt, submittedAt: new Date(row.submitted_at).toISOString() };
}

/** Handed-in responses that are not closed, in the order of their ids, a batch at a time: for publishing. */
export async function listSubmitted(db: Db, siteId: string, most: number, after?: string) {
  return db
    .selectFrom('response')
    .select(['response_id as responseId', 'answers', 'conflicts'])
    .where('site_id', '=', siteId)
    .where('status', '=', 'submitted')
    .$if(after !== undefined, (query) => query.where('response_id', '>', after ?? ''))
    .orderBy('response_id')
    .limit(most)
    .execute();
}

/** How many responses are handed in and not closed. */
export async function countSubmitted(db: Db, siteId: string): Promise<number> {
  const { people } = await db
    .selectFrom('response')
    .select(sql<number>`count(*)::int`.as('people'))
    .where('site_id', '=', siteId)
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow();
  return people;
}

/** A minute: the clocks of program and database may differ. */
const clockMargin = 60_000;

/** Responses that changed since then in any way, closed ones included. */
export async function listChanged(db: Db, siteId: string, since: Date) {
  return db
    .selectFrom('response')
    .select(['response_id as responseId', 'answers', 'conflicts', 'status'])
    .where('site_id', '=', siteId)
    .where('status', '<>', 'open')
    .where('changed_at', '>=', new Date(since.getTime() - clockMargin))
    .execute();
}

/** How many handed-in responses changed since then in the district where most did. */
export async function mostChanged(db: Db, siteId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('response')
    .select(sql<number>`count(*)::int`.as('people'))
    .where('site_id', '=', siteId)
    .where('status', '<>', 'open')
    .where('changed_at', '>=', since)
    .groupBy(sql`answers ->> 'district'`)
    .orderBy('people', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.people ?? 0;
}
