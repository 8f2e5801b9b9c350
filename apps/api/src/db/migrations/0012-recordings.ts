import { type Kysely, sql } from 'kysely';

/** What newcomers said into their phones; it goes with its response, and lies here so that a backup has it. */
export async function recordings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recording (
      site_id text not null,
      response_id uuid not null,
      recording_id uuid not null,
      sha256 text not null,
      type text not null,
      milliseconds int not null,
      bytes bytea not null,
      received_at timestamptz not null default now(),
      primary key (site_id, response_id, recording_id),
      foreign key (site_id, response_id) references response on delete cascade
    )`.execute(db);
  // Sound is compressed already: trying again would only cost time at each reading.
  await sql`alter table recording alter column bytes set storage external`.execute(db);
}
