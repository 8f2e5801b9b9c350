import { type Kysely, sql } from 'kysely';

/** How long answers are kept that nobody confirms. */
export async function retention(db: Kysely<unknown>): Promise<void> {
  // A time of its own: that something is still true is no change, and publishing counts changes.
  await sql`
    alter table response
      add column confirmed_at timestamptz,
      add column deidentified_at timestamptz`.execute(db);
  await sql`
    alter table site
      add column confirm_after_months int not null default 12 check (confirm_after_months between 1 and 60)`.execute(
    db,
  );
}
