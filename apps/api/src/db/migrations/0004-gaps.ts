import { type Kysely, sql } from 'kysely';

/** What coverage is measured against, and what employers and the town are looking for. */
export async function gaps(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table denominator (
      site_id text not null references site,
      district text not null,
      registered int not null check (registered >= 0),
      as_of date not null,
      primary key (site_id, district)
    )`.execute(db);
  await sql`
    create table demand (
      site_id text not null references site,
      id uuid not null,
      occupation text not null,
      district text not null,
      number int not null check (number > 0),
      german text not null,
      from_day date not null,
      until_day date,
      kind text not null,
      source text not null,
      staff_id text not null references staff,
      primary key (site_id, id)
    )`.execute(db);
}
