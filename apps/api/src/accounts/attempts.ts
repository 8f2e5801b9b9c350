import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Secrets } from '../secrets.ts';

/** How many wrong sign-ins are free, how long the first and the longest wait are, and when they are forgotten (seconds). */
export type SignInLimits = {
  perAccount: number;
  perAddress: number;
  firstWait: number;
  longestWait: number;
  forgetAfter: number;
};

/**
 * A town hall often has one address for everybody, so an address may be wrong more often than an account. The wait
 * doubles from the first and stays bearable: whoever guesses at Carla's account must not be able to keep her out for long.
 */
export const signInLimits: SignInLimits = {
  perAccount: 5,
  perAddress: 30,
  firstWait: 2,
  longestWait: 300,
  forgetAfter: 3600,
};

export type Attempt = { email: string; address: string };

/** The two keys under which an attempt counts, the address first. */
function keysOf(secrets: Secrets, { email, address }: Attempt) {
  const hash = (kind: string, value: string) =>
    createHmac('sha256', secrets.sessions).update(`${kind} ${value}`).digest('base64url');
  return { address: hash('address', address), account: hash('account', email.toLowerCase()) };
}

/**
 * Counts an attempt as failed before the password is looked at: a hundred at the same moment cannot all be the first.
 * Kept in the database, because there may be several processes. E-mails without an account count alike.
 * @returns 0, or how many seconds it is too early
 */
export async function beginAttempt(
  db: Db,
  secrets: Secrets,
  attempt: Attempt,
  limits: SignInLimits,
): Promise<number> {
  const keys = keysOf(secrets, attempt);
  const early = await count(db, keys.address, limits.perAddress, limits);
  return early || count(db, keys.account, limits.perAccount, limits);
}

/** Forgets the failures of an account that proved itself, and takes this attempt off its address. */
export async function attemptSucceeded(db: Db, secrets: Secrets, attempt: Attempt): Promise<void> {
  const keys = keysOf(secrets, attempt);
  await sql`delete from sign_in_attempt where key = ${keys.account} or forget_at < now()`.execute(db);
  // Not all of them: else an own account would be a way to guess at others without end.
  await sql`
    update sign_in_attempt set failures = greatest(0, failures - 1) where key = ${keys.address}`.execute(db);
}

async function count(db: Db, key: string, free: number, limits: SignInLimits): Promise<number> {
  const { firstWait, longestWait, forgetAfter } = limits;
  // Whoever waits for the row began before the one that holds it: only the clock itself is late enough to compare with.
  const forget = sql`now() + make_interval(secs => ${forgetAfter}::float8)`;
  const counted = await sql`
    insert into sign_in_attempt as kept (key, failures, next_at, forget_at)
    values (${key}, 1, now(), ${forget})
    on conflict (key) do update set
      failures = case when kept.forget_at < now() then 1 else kept.failures + 1 end,
      next_at = case when kept.forget_at < now() or kept.failures < ${free}::int then now()
        else now() + make_interval(secs => least(${longestWait}::float8, ${firstWait}::float8 * 2 ^ least(30, kept.failures - ${free}::int))) end,
      forget_at = ${forget}
    where kept.next_at <= clock_timestamp()
    returning key`.execute(db);
  if (counted.rows.length > 0) return 0;
  const { rows } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from next_at - now()))::int as seconds from sign_in_attempt where key = ${key}`.execute(
    db,
  );
  // Signed in elsewhere in this very moment: the next try will do.
  return Math.max(1, rows[0]?.seconds ?? 1);
}
