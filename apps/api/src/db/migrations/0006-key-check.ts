import { type Kysely, sql } from 'kysely';

/** Knows the secret key again without holding it: with another key every code and every session would fail silently. */
export async function keyCheck(db: Kysely<unknown>): Promise<void> {
  await sql`create table key_check (hash text primary key)`.execute(db);
}
