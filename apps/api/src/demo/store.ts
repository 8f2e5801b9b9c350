import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../db/database.ts';
import { makeResponse, type Population, type SyntheticResponse } from './people/responses.ts';

/** So many people travel in one statement. */
const batchSize = 250;

export type Seeding = Population & {
  siteId: string;
  people: number;
  onSaved?: (people: number) => void;
};

/**
 * Makes a population and keeps it, events and folded documents alike.
 *
 * Past the survey's own way in, which is for one person at a time, but under its rules: what is kept here reads back,
 * folds, and publishes like everything else (tests/journeys/seed.test.ts). The same seed again adds nobody, so a
 * seeding that was interrupted is continued by repeating it.
 */
export async function savePopulation(db: Db, { siteId, people, ...seeding }: Seeding): Promise<void> {
  const { onSaved = () => {} } = seeding;
  for (let first = 0; first < people; first += batchSize) {
    const length = Math.min(batchSize, people - first);
    const responses = Array.from({ length }, (_, k) => makeResponse(seeding, first + k));
    await saveResponses(db, siteId, responses);
    onSaved(length);
  }
}

/** Keeps responses with their events and folded documents; those who are there already stay. */
export async function saveResponses(
  db: Db,
  siteId: string,
  responses: readonly SyntheticResponse[],
): Promise<void> {
  const rows = responses.map(({ folded, ...response }) => ({ ...response, ...folded }));
  // No code opens a synthetic response: what stands for the hash of one is no hash.
  await sql`
    with made as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as person(
        "responseId" uuid, status text, language text, answers jsonb, heads jsonb, conflicts jsonb, events jsonb,
        "startedAt" timestamptz, "changedAt" timestamptz, "submittedAt" timestamptz, receipt text)
    ), kept as (
      insert into response (site_id, response_id, code_hash, status, language, answers, heads, conflicts,
        started_at, changed_at, submitted_at, receipt)
      select ${siteId}, "responseId", 'synthetic ' || "responseId", status, language, answers, heads, conflicts,
        "startedAt", "changedAt", "submittedAt", receipt
      from made
      on conflict do nothing
      returning response_id
    )
    insert into answer_event (site_id, response_id, id, question, value, base_id, settles, manner, author, language,
      recorded_at, received_at)
    select ${siteId}, kept.response_id, event.id, event.question, coalesce(event.value, 'null'), event."baseId", event.settles,
      event.manner, event.author, event.language, event."recordedAt", event."recordedAt"
    from kept join made on made."responseId" = kept.response_id,
      jsonb_to_recordset(made.events) as event(
        id uuid, question text, value jsonb, "baseId" uuid, settles jsonb, manner text, author text, language text,
        "recordedAt" timestamptz)`.execute(db);
}

/** Whose account an e-mail belongs to, if anybody's. */
export async function findStaffId(db: Db, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id;
}

/** Which of these responses a site has already. */
export async function listKnown(
  client: pg.Client,
  siteId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ response_id: string }>(
    'select response_id from response where site_id = $1 and response_id = any($2::uuid[])',
    [siteId, ids],
  );
  return new Set(rows.map((row) => row.response_id));
}
