import { type Kysely, sql } from 'kysely';

/**
 * What a place offers to newcomers, in German and in whatever other languages somebody wrote it; ended offers stay, so that
 * they can come back next term. And what the pages on privacy and accessibility of a site name: who is responsible, whom to ask.
 */
export async function offers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table offer (
      site_id text not null references site,
      id uuid not null,
      kind text not null,
      levels jsonb not null,
      texts jsonb not null,
      place text,
      link text,
      phone text,
      from_day date not null,
      until_day date,
      ended boolean not null default false,
      changed_at timestamptz not null default now(),
      primary key (site_id, id)
    )`.execute(db);
  // Apart from the site: phones read the list of sites before the first question, and few read these pages.
  await sql`
    create table site_notice (
      site_id text primary key references site,
      notice jsonb not null
    )`.execute(db);
}
