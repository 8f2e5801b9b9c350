import { createHash, randomBytes } from 'node:crypto';
import type { Passport, PassportForm, PassportState } from '@kannwas/schema/survey/passports';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db, Tx } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import { requireOwn } from '../store.ts';

type Key = { siteId: string; responseId: string };

/** What is known of a paper when it is made; the token stands on the paper and nowhere else. */
export type Issued = { passportId: string; token: string; issuedAt: Date };

/** Nobody can try 2^128 tokens, so that their hash needs no key: papers outlive a change of it. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Notes down that a paper is made from a response. */
export async function issuePassport(
  db: Db,
  { siteId, responseId }: Key,
  form: PassportForm,
): Promise<Issued> {
  const issued = { passportId: v7(), token: randomBytes(16).toString('base64url'), issuedAt: new Date() };
  await db
    .insertInto('passport')
    .values({
      site_id: siteId,
      passport_id: issued.passportId,
      token_hash: hashOf(issued.token),
      response_id: responseId,
      form,
      issued_at: issued.issuedAt,
    })
    .execute();
  return issued;
}

/** The papers of a response, newest first. @throws ProblemError wrongCode */
export async function listPassports(db: Db, key: Key, codeHash: string): Promise<Passport[]> {
  await requireOwn(db, key, codeHash);
  const rows = await db
    .selectFrom('passport')
    .select(['passport_id', 'form', 'issued_at', 'withdrawn_at'])
    .where(({ and }) => and({ site_id: key.siteId, response_id: key.responseId }))
    .orderBy('passport_id', 'desc')
    .execute();
  return rows.map(({ passport_id, form, issued_at, withdrawn_at }) => ({
    passportId: passport_id,
    form,
    issuedAt: issued_at.toISOString(),
    withdrawnAt: withdrawn_at && new Date(withdrawn_at).toISOString(),
  }));
}

/** Withdraws one paper; twice keeps the first time. @throws ProblemError wrongCode, notFound */
export async function withdrawPassport(
  db: Db,
  { passportId, ...key }: Key & { passportId: string },
  codeHash: string,
): Promise<string> {
  await requireOwn(db, key, codeHash);
  const row = await db
    .updateTable('passport')
    .set({ withdrawn_at: sql<Date>`coalesce(withdrawn_at, now())` })
    .where(({ and }) => and({ site_id: key.siteId, passport_id: passportId, response_id: key.responseId }))
    .returning('withdrawn_at')
    .executeTakeFirst();
  if (!row?.withdrawn_at) throw new ProblemError('notFound');
  return new Date(row.withdrawn_at).toISOString();
}

/** Withdraws all papers of a response and lets go of it: for whoever erases it, or the consent that they rest on. */
export async function withdrawPassports(tx: Tx, { siteId, responseId }: Key): Promise<void> {
  await tx
    .updateTable('passport')
    .set({ withdrawn_at: sql<Date>`coalesce(withdrawn_at, now())`, response_id: null })
    .where(({ and }) => and({ site_id: siteId, response_id: responseId }))
    .execute();
}

/** What a paper with this token is worth. */
export async function checkPassport(db: Db, token: string): Promise<PassportState> {
  const row = await db
    .selectFrom('passport')
    .select(['issued_at', 'withdrawn_at'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row) return { state: 'unknown' };
  if (row.withdrawn_at) return { state: 'withdrawn' };
  return { state: 'genuine', issuedOn: dayOf(row.issued_at) };
}

/** The day in Germany, where the paper is read: shortly after midnight it is yesterday in UTC. */
export function dayOf(time: Date): string {
  // Swedes write a date as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(time);
}
