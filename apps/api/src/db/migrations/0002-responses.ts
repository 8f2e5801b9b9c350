import { type Kysely, sql } from 'kysely';

/** Answers are events; the folded document beside them can be rebuilt from the events at any time. */
export async function responses(db: Kysely<unknown>): Promise<void> {
  // The code itself is nowhere: its keyed hash finds the response, and the key is outside the database.
  await sql`
    create table response (
      site_id text not null references site,
      response_id uuid not null,
      code_hash text not null,
      status text not null check (status in ('open', 'submitted', 'closed')),
      language text not null,
      answers jsonb not null default '{}',
      heads jsonb not null default '{}',
      conflicts jsonb not null default '[]',
      started_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      submitted_at timestamptz,
      receipt text,
      primary key (site_id, response_id)
    )`.execute(db);
  await sql`create unique index response_by_code on response (site_id, code_hash)`.execute(db);
  // A returning person names no site.
  await sql`create index response_by_code_anywhere on response (code_hash)`.execute(db);
  await sql`create index response_by_change on response (site_id, changed_at desc, response_id)`.execute(db);

  // No `on update`, no `on conflict do update`: an event is written once and stays.
  await sql`
    create table answer_event (
      site_id text not null,
      response_id uuid not null,
      id uuid not null,
      question text not null,
      value jsonb not null,
      base_id uuid,
      settles jsonb not null default '[]',
      manner text not null,
      author text,
      language text not null,
      recorded_at timestamptz not null,
      received_at timestamptz not null default now(),
      primary key (site_id, response_id, id),
      foreign key (site_id, response_id) references response on delete cascade
    )`.execute(db);
}
