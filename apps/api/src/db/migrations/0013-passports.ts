import { type Kysely, sql } from 'kysely';

/** Papers that people took along: enough to say whether one is genuine and still stands, and nothing of what is on it. */
export async function passports(db: Kysely<unknown>): Promise<void> {
  // The token is on the paper only. A response cannot be erased before its papers are withdrawn: whoever forgets that is
  // refused by the foreign key, and a paper that has lost its response can never say that it stands.
  await sql`
    create table passport (
      site_id text not null references site,
      passport_id uuid not null,
      token_hash text not null,
      response_id uuid,
      form text not null check (form in ('short', 'long')),
      issued_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      primary key (site_id, passport_id),
      foreign key (site_id, response_id) references response,
      check (response_id is not null or withdrawn_at is not null)
    )`.execute(db);
  // Who reads a paper knows no site.
  await sql`create index passport_by_token on passport (token_hash)`.execute(db);
  await sql`create index passport_by_response on passport (site_id, response_id)`.execute(db);
}
