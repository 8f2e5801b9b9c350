import { type Kysely, sql } from 'kysely';

/** Sites, the staff who work for them, and who read what. */
export async function sitesAndAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site (
      site_id text primary key,
      name text not null,
      demo boolean not null default false,
      languages jsonb not null,
      districts jsonb not null
    )`.execute(db);

  // The four tables of better-auth under our names; made from its own list of columns.
  await sql`
    create table staff (
      id text primary key,
      name text not null,
      email text not null unique,
      "emailVerified" boolean not null,
      image text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table staff_session (
      id text primary key,
      "expiresAt" timestamptz not null,
      token text not null unique,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" text not null references staff (id) on delete cascade
    )`.execute(db);
  await sql`
    create table staff_credential (
      id text primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references staff (id) on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null
    )`.execute(db);
  await sql`
    create table staff_verification (
      id text primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    )`.execute(db);
  await sql`create index staff_session_of on staff_session ("userId")`.execute(db);
  await sql`create index staff_credential_of on staff_credential ("userId")`.execute(db);
  await sql`create index staff_verification_of on staff_verification (identifier)`.execute(db);

  await sql`
    create table membership (
      site_id text not null references site,
      staff_id text not null references staff on delete cascade,
      role text not null,
      primary key (site_id, staff_id, role)
    )`.execute(db);
  await sql`create table operator (staff_id text primary key references staff on delete cascade)`.execute(db);

  // No foreign keys: what was read stays written down when an account or a response is gone.
  await sql`
    create table audit_event (
      site_id text not null,
      id uuid not null,
      at timestamptz not null default now(),
      staff_id text not null,
      action text not null,
      response_id uuid,
      primary key (site_id, id)
    )`.execute(db);
}
