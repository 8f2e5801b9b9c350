import { type Kysely, sql } from 'kysely';

/** What the pool and the board may count: epochs of coarsened people. */
export async function snapshots(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table snapshot (
      site_id text not null references site,
      epoch int not null,
      published_at timestamptz not null default now(),
      primary key (site_id, epoch)
    )`.execute(db);

  // No response id on purpose: a published person cannot be walked back to their answers. The record key comes from
  // a key that is not in the database and changes with the epoch. numeric, because sum(bigint keys) must be exact.
  await sql`
    create table snapshot_person (
      site_id text not null,
      epoch int not null,
      record_key numeric(20) not null,
      occupation text,
      district text,
      german int,
      availability jsonb not null,
      age_band text,
      gender text,
      country_group text,
      in_pool boolean not null,
      in_coverage boolean not null,
      foreign key (site_id, epoch) references snapshot on delete cascade
    )`.execute(db);
  await sql`create index snapshot_person_by_cell on snapshot_person (site_id, epoch, occupation, district)`.execute(
    db,
  );
}
