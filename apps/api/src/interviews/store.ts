import { Language, Uuid } from '@kannwas/schema/codes';
import type { Case, CaseloadQuery } from '@kannwas/schema/interviews';
import type { Response, ResponseStatus } from '@kannwas/schema/survey/endpoints';
import { askedSlots } from '@kannwas/schema/survey/journey';
import { type Answers, type Slot, said } from '@kannwas/schema/survey/questions';
import { cutoffOf } from '@kannwas/schema/survey/retention';
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { writeAudit } from '../audit.ts';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { getConfirmAfter } from '../sites/store.ts';
import { confirmedAt } from '../survey/retention/store.ts';
import { getResponse } from '../survey/store.ts';

type Key = { siteId: string; responseId: string };
type Row = {
  response_id: string;
  status: ResponseStatus;
  language: string;
  answers: Answers;
  conflicts: Slot[];
  changed_at: Date;
  confirmed: Date;
  place: string;
};

/** Lines of the caseload at a time. */
const atATime = 50;

/**
 * What the advice team may see at all: the text of the consent promises that they read nothing without it. A consent
 * on which two answers differ is none.
 */
const forAdvice = sql<boolean>`(answers -> 'consentCounselling' ->> 'given' = 'true'
  and not jsonb_exists(conflicts, 'consentCounselling'))`;

/** @throws ProblemError notFound for a response that is not there or not for the advice team: nobody can tell which */
export async function requireForAdvice(db: Db, { siteId, responseId }: Key): Promise<void> {
  const row = await db
    .selectFrom('response')
    .select('response_id')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .where(forAdvice)
    .executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
}

/** The caseload of a site, last changed first. @throws ProblemError invalid when `after` is no line that we gave out */
export async function listCases(db: Db, siteId: string, { filter, search, after }: CaseloadQuery, now: Date) {
  const askBefore = cutoffOf('ask', await getConfirmAfter(db, siteId), now);
  const { rows } = await sql<Row>`
    select response_id, status, language, answers, conflicts, changed_at, ${confirmedAt} as confirmed,
      to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z~"') || response_id as place
    from response
    where site_id = ${siteId} and ${forAdvice} and ${filters[filter]} and ${found(search)} and ${behind(after)}
    order by changed_at desc, response_id
    limit ${atATime + 1}`.execute(db);
  const shown = rows.slice(0, atATime);
  return {
    cases: shown.map((row) => toCase(row, askBefore)),
    more: rows.length > atATime ? (shown.at(-1)?.place ?? null) : null,
  };
}

const filters: Record<CaseloadQuery['filter'], RawBuilder<unknown>> = {
  all: sql`true`,
  open: sql`status = 'open'`,
  submitted: sql`status = 'submitted'`,
  // A closed response takes no answers, so nobody could decide.
  conflicts: sql`status <> 'closed' and conflicts <> '[]'::jsonb`,
  closed: sql`status = 'closed'`,
};

/** Part of a call name in any script (hence the collation: the database's own may know only A to Z), or a birth year. */
function found(search: string): RawBuilder<unknown> {
  if (search === '') return sql`true`;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(
    (answers ->> 'callName') collate "und-x-icu" ilike ${pattern} and answers ->> 'callName' <> 'no-answer'
    or answers -> 'birthYear' ->> 'year' = ${search}
  )`;
}

const Place = z.tuple([z.iso.datetime(), Uuid]);

/** Everything after the last line seen; microseconds, because many answers can arrive within a millisecond. */
function behind(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const place = Place.safeParse(after.split('~'));
  if (!place.success) throw new ProblemError('invalid', [{ path: 'after', code: 'invalid_format' }]);
  const [changedAt, responseId] = place.data;
  return sql`(changed_at <= ${changedAt}::timestamptz
    and (changed_at < ${changedAt}::timestamptz or response_id > ${responseId}::uuid))`;
}

function toCase(
  { response_id, status, language, answers, conflicts, changed_at, confirmed }: Row,
  askBefore: Date,
): Case {
  const asked = askedSlots(answers);
  return {
    responseId: response_id,
    callName: said(answers, 'callName') ?? null,
    birthYear: said(answers, 'birthYear')?.year ?? null,
    language: Language.parse(language),
    status,
    answered: asked.filter((slot) => (answers[slot] ?? null) !== null).length,
    asked: asked.length,
    conflicts,
    askAgain: confirmed < askBefore,
    changedAt: changed_at.toISOString(),
  };
}

/** Reads a response for one of the staff and writes down that they did. @throws ProblemError notFound */
export async function readInterview(db: Db, key: Key, staffId: string): Promise<Response> {
  return db.transaction().execute(async (tx) => {
    await requireForAdvice(tx, key);
    const response = await getResponse(tx, key);
    await writeAudit(tx, { ...key, staffId, action: 'interview.read' });
    return { ...response, events: await signed(tx, response.events) };
  });
}

/**
 * Reads a response from which a paper is made, and writes down who of the staff has it made; in the transaction that
 * makes the paper, so that nothing is written down of one that is refused. @throws ProblemError notFound
 */
export async function readForPassport(tx: Tx, key: Key, staffId: string): Promise<Response> {
  await requireForAdvice(tx, key);
  await writeAudit(tx, { ...key, staffId, action: 'interview.passport' });
  return getResponse(tx, key);
}

/** Puts the names of staff where their ids stood: an id tells a reader nothing. */
async function signed(db: Db, events: Response['events']): Promise<Response['events']> {
  const ids = [...new Set(events.flatMap(({ author }) => author ?? []))];
  if (ids.length === 0) return events;
  const staff = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return events.map((event) => ({ ...event, author: names.get(event.author ?? '') ?? event.author }));
}

type Closing = { staffId: string; closed: boolean };

/**
 * Closes a response, or opens it again as it was before: handed in or not. Doing it twice is harmless.
 * @throws ProblemError notFound
 */
export async function closeInterview(
  db: Db,
  key: Key,
  { staffId, closed }: Closing,
): Promise<ResponseStatus> {
  const { siteId, responseId } = key;
  return db.transaction().execute(async (tx) => {
    await requireForAdvice(tx, key);
    const ofResponse = tx
      .selectFrom('response')
      .select(['status', 'submitted_at'])
      .where('site_id', '=', siteId)
      .where('response_id', '=', responseId);
    const before = await ofResponse.forUpdate().executeTakeFirst();
    if (!before) throw new ProblemError('notFound');
    if ((before.status === 'closed') === closed) return before.status;
    const opened = before.submitted_at ? 'submitted' : 'open';
    const status = closed ? 'closed' : opened;
    await tx
      .updateTable('response')
      .set({ status, changed_at: sql`now()` })
      .where('site_id', '=', siteId)
      .where('response_id', '=', responseId)
      .execute();
    await writeAudit(tx, { ...key, staffId, action: closed ? 'interview.close' : 'interview.reopen' });
    return status;
  });
}
