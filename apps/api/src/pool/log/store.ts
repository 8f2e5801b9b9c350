import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db, Tx } from '../../db/database.ts';
import type { Outcome } from '../engine/answer.ts';

/** Who asks: one account at one site, in the name of its organisation; without one, in its own. */
export type Asker = { siteId: string; staffId: string; organisation: string };

/** A question of an epoch that was answered, or at least weighed. */
export type Logged = {
  staffId: string;
  question: string;
  askedAt: Date;
  /** The cells that its account saw by it for the first time in this epoch. */
  cells: string[];
};

/** The outcome of a question that was not answered any more; it counts for nothing. */
const refused = 'budget-used-up';

/** Waits until no other question of this organisation is being weighed. @returns the time by the one clock of all */
export async function takeTurn(tx: Tx, { siteId, organisation }: Asker): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`
    with turn as materialized (select pg_advisory_xact_lock(hashtextextended(${`ask ${siteId} ${organisation}`}, 0)))
    select clock_timestamp() as now from turn`.execute(tx);
  return rows[0]?.now ?? new Date();
}

/** What the organisation asked of an epoch, each question once for each account, oldest first. */
export async function listAsked(
  db: Db,
  { siteId, organisation }: Omit<Asker, 'staffId'>,
  epoch: number,
): Promise<Logged[]> {
  return db
    .selectFrom('pool_question')
    .select(['staff_id as staffId', 'question', 'asked_at as askedAt', 'cells'])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .where('organisation', '=', organisation)
    .where('repeated', '=', false)
    .where('outcome', '!=', refused)
    .orderBy('asked_at')
    .execute();
}

/** Writes down that an account asks again what it asked of this epoch. @returns false when it did not ask it yet */
export async function saveRepeat(
  db: Db,
  { siteId, staffId, organisation }: Asker,
  { epoch, question }: { epoch: number; question: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into pool_question (site_id, id, organisation, staff_id, epoch, question, cells, outcome, repeated)
    select site_id, ${v7()}, organisation, staff_id, epoch, question, '[]', outcome, true from pool_question
    where site_id = ${siteId} and epoch = ${epoch} and organisation = ${organisation} and staff_id = ${staffId}
      and question = ${question} and not repeated and outcome <> ${refused}
    limit 1 returning id`.execute(db);
  return rows.length > 0;
}

/** Writes down a question that is new to its account. @param outcome null when the budget did not allow it any more */
export async function saveQuestion(
  tx: Tx,
  { siteId, staffId, organisation }: Asker,
  asked: { epoch: number; question: string; at: Date; cells: readonly string[]; outcome: Outcome | null },
): Promise<void> {
  await tx
    .insertInto('pool_question')
    .values({
      site_id: siteId,
      id: v7(),
      asked_at: asked.at,
      organisation,
      staff_id: staffId,
      epoch: asked.epoch,
      question: asked.question,
      cells: JSON.stringify(asked.cells),
      outcome: asked.outcome ?? refused,
      repeated: false,
    })
    .execute();
}

/** What an account asked, each question once, the latest first. */
export async function listAskedBy(
  db: Db,
  { siteId, staffId }: Asker,
): Promise<{ question: string; at: string }[]> {
  const rows = await db
    .selectFrom('pool_question')
    .select(({ fn }) => ['question', fn.max('asked_at').as('at')])
    .where('site_id', '=', siteId)
    .where('staff_id', '=', staffId)
    .where('outcome', '!=', refused)
    .groupBy('question')
    .orderBy('at', 'desc')
    .limit(mostListed)
    .execute();
  return rows.map(({ question, at }) => ({ question, at: at.toISOString() }));
}
const mostListed = 200;
