import {
  type AnswerEvent,
  AnswerEvent as AnswerEventSchema,
  type NewEvent,
} from '@kannwas/schema/survey/events';
import { type Folded, fold } from '@kannwas/schema/survey/fold';
import type { Slot } from '@kannwas/schema/survey/questions';
import { canonical } from '@kannwas/schema/survey/written/canonical';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { getSite } from '../sites/store.ts';

/** Whose response, and who is speaking: the holder of the code, or one of the staff. */
export type Speaker = { siteId: string; responseId: string } & ({ codeHash: string } | { staffId: string });

type Received = { received: string[]; conflicts: Slot[] };

/**
 * Keeps answers and folds them into the document, in one transaction. An event that is already kept is left alone.
 * @throws ProblemError wrongCode (also for a response that does not exist), responseClosed, replayedWithOtherContent
 */
export async function saveEvents(db: Db, speaker: Speaker, events: readonly NewEvent[]): Promise<Received> {
  const [only] = events;
  if (only && events.length === 1 && only.settles.length === 0) {
    const conflicts = await saveNext(db, speaker, only);
    if (conflicts) return { received: [only.id], conflicts };
  }
  return db.transaction().execute((tx) => saveAny(tx, speaker, events));
}

/**
 * The common case in one statement and one round trip: a single event whose author saw the head. Nothing happens,
 * and undefined is returned, when that does not hold; then the long way decides.
 */
async function saveNext(db: Db, speaker: Speaker, event: NewEvent): Promise<Slot[] | undefined> {
  const { siteId, responseId } = speaker;
  const byCode = 'codeHash' in speaker ? sql`and code_hash = ${speaker.codeHash}` : sql``;
  const heads = event.baseId === null ? null : JSON.stringify([event.baseId]);
  // An event that was named before it came closes a circle, which only the long way sees. So does one that waited for
  // another: the database looks at the changed response then, but not at what has been named since.
  const notNamed =
    event.baseId === null
      ? sql``
      : sql`and response.xmin = seen.version and not exists (
          select from answer_event as other
          where other.site_id = response.site_id and other.response_id = response.response_id
            and (other.base_id = ${event.id}::uuid or other.settles ? ${event.id}::text))`;
  const saved = await sql<{ conflicts: Slot[] }>`
    with seen as materialized (
      select xmin as version from response where site_id = ${siteId} and response_id = ${responseId}::uuid
    ), folded as (
      update response set
        answers = jsonb_set(answers, array[${event.question}::text], ${JSON.stringify(event.value)}::jsonb),
        heads = jsonb_set(heads, array[${event.question}::text], ${JSON.stringify([event.id])}::jsonb),
        changed_at = now()
      from seen
      where site_id = ${siteId} and response_id = ${responseId}::uuid ${byCode}
        and (status <> 'closed' or ${isWithdrawal(event)}::boolean)
        and heads -> ${event.question}::text is not distinct from ${heads}::jsonb ${notNamed}
      returning site_id, response_id, conflicts
    ), kept as (
      insert into answer_event
        (site_id, response_id, id, question, value, base_id, manner, author, language, recorded_at)
      select site_id, response_id, ${event.id}::uuid, ${event.question}, ${JSON.stringify(event.value)}::jsonb,
        ${event.baseId}::uuid, ${event.manner}, ${authorOf(speaker)}::text, ${event.language}, ${event.recordedAt}::timestamptz
      from folded
    )
    select conflicts from folded`
    .execute(db)
    // The id is already kept, under another question or another base: the long way finds out which.
    .catch((error: unknown) => (isDuplicate(error) ? { rows: [] } : Promise.reject(error)));
  return saved.rows[0]?.conflicts;
}

/** Any number of events in any order, late ones and repeated ones among them. */
async function saveAny(tx: Tx, speaker: Speaker, events: readonly NewEvent[]): Promise<Received> {
  const { siteId, responseId } = speaker;
  const locked = tx
    .selectFrom('response')
    .select('status')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .$if('codeHash' in speaker, (query) =>
      query.where('code_hash', '=', 'codeHash' in speaker ? speaker.codeHash : ''),
    )
    .forUpdate();
  const response = await locked.executeTakeFirst();
  if (!response) throw new ProblemError('codeHash' in speaker ? 'wrongCode' : 'notFound');
  if (response.status === 'closed' && !events.every(isWithdrawal)) throw new ProblemError('responseClosed');
  const kept = await listEvents(tx, siteId, responseId);
  const known = new Map(kept.map((event) => [event.id, event]));
  const fresh: AnswerEvent[] = [];
  for (const event of events) {
    const already = known.get(event.id);
    if (already && !isSame(already, event)) throw new ProblemError('replayedWithOtherContent');
    if (already) continue;
    const added = { ...event, author: authorOf(speaker), receivedAt: new Date().toISOString() };
    known.set(event.id, added);
    fresh.push(added);
  }
  if (fresh.length > 0) {
    await tx
      .insertInto('answer_event')
      .values(fresh.map((event) => toRow(siteId, responseId, event)))
      .execute();
    await saveFolded(tx, siteId, responseId, fold([...known.values()]));
  }
  return { received: events.map((event) => event.id), conflicts: fold([...known.values()]).conflicts };
}

/** A district is an option of the site, which the schema cannot know. @throws ProblemError districtUnknown */
export async function requireKnownDistricts(
  db: Db,
  siteId: string,
  events: readonly NewEvent[],
): Promise<void> {
  const named = events.filter(
    ({ question, value }) => question === 'district' && value && value !== 'no-answer',
  );
  if (named.length === 0) return;
  const { districts } = await getSite(db, siteId);
  const known = new Set<unknown>(districts.map(({ code }) => code));
  if (!named.every(({ value }) => known.has(value))) throw new ProblemError('districtUnknown');
}

/** All events of a response in the order in which they were made. */
export async function listEvents(db: Db, siteId: string, responseId: string): Promise<AnswerEvent[]> {
  const rows = await db
    .selectFrom('answer_event')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    AnswerEventSchema.parse({
      id: row.id,
      question: row.question,
      value: row.value,
      baseId: row.base_id,
      settles: row.settles,
      manner: row.manner,
      language: row.language,
      recordedAt: new Date(row.recorded_at).toISOString(),
      author: row.author,
      receivedAt: row.received_at.toISOString(),
    }),
  );
}

/** Folds a response anew from its events: the document is only ever a copy of what they say. */
export async function rebuild(db: Db, siteId: string, responseId: string): Promise<Folded> {
  return db.transaction().execute(async (tx) => {
    // Answers that arrive meanwhile wait, or the document would forget them.
    await tx
      .selectFrom('response')
      .select('response_id')
      .where('site_id', '=', siteId)
      .where('response_id', '=', responseId)
      .forUpdate()
      .execute();
    return rebuildIn(tx, siteId, responseId);
  });
}

/** As `rebuild`, where the response is locked already. */
export async function rebuildIn(tx: Tx, siteId: string, responseId: string): Promise<Folded> {
  const folded = fold(await listEvents(tx, siteId, responseId));
  await saveFolded(tx, siteId, responseId, folded);
  return folded;
}

async function saveFolded(tx: Tx, siteId: string, responseId: string, folded: Folded): Promise<void> {
  await tx
    .updateTable('response')
    .set({
      answers: JSON.stringify(folded.answers),
      heads: JSON.stringify(folded.heads),
      conflicts: JSON.stringify(folded.conflicts),
      changed_at: sql`now()`,
    })
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .execute();
}

function toRow(siteId: string, responseId: string, event: AnswerEvent) {
  return {
    site_id: siteId,
    response_id: responseId,
    id: event.id,
    question: event.question,
    value: JSON.stringify(event.value),
    base_id: event.baseId,
    settles: JSON.stringify(event.settles),
    manner: event.manner,
    author: event.author,
    language: event.language,
    recorded_at: event.recordedAt,
  };
}

/** The same event sent again may only differ in how its JSON is ordered. */
function isSame(kept: AnswerEvent, sent: NewEvent): boolean {
  const essence = ({ question, value, baseId, settles, manner, language, recordedAt }: NewEvent) =>
    canonical([question, value, baseId, settles, manner, language, Date.parse(recordedAt)]);
  return essence(kept) === essence(sent);
}

/** Taking a consent back is possible at any time, also when nothing else is. */
function isWithdrawal({ question, value }: NewEvent): boolean {
  const given = value !== null && typeof value === 'object' && 'given' in value && value.given === true;
  return question.startsWith('consent') && !given;
}

const authorOf = (speaker: Speaker) => ('staffId' in speaker ? speaker.staffId : null);

const isDuplicate = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';
