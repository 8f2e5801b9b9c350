import { type Kysely, sql } from 'kysely';

/** Failed sign-ins, so that guessing slows down in every process at once. */
export async function signInAttempts(db: Kysely<unknown>): Promise<void> {
  // A keyed hash of an e-mail or an address, never either of them: a failed sign-in may be a mistyped private one.
  await sql`
    create table sign_in_attempt (
      key text primary key,
      failures int not null,
      next_at timestamptz not null,
      forget_at timestamptz not null
    )`.execute(db);
}
