import { randomUUID } from 'node:crypto';
import type { Role } from '@kannwas/schema/rights';
import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { type Auth, absoluteSeconds, passwordLength } from './auth.ts';

/** Somebody who is to work here: the parts at each site, and whether the instance is theirs to run. */
export type NewStaff = {
  name: string;
  email: string;
  password: string;
  plays?: readonly { siteId: string; role: Exclude<Role, 'operator'> }[];
  operator?: boolean;
};

/**
 * Creates an account with its parts, all or nothing. There is no way to it over HTTP.
 * @returns the id of the new account
 * @throws Error when the password has fewer than 12 or more than 200 characters, or when the e-mail has an account
 */
export async function createStaff(db: Db, auth: Auth, staff: NewStaff): Promise<string> {
  const { name, password, plays = [], operator = false } = staff;
  if (password.length < passwordLength.least || password.length > passwordLength.most) {
    throw new Error(`A password has ${passwordLength.least} to ${passwordLength.most} characters.`);
  }
  const { password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  const id = randomUUID();
  await db.transaction().execute(async (tx) => {
    // better-auth looks e-mails up in lower case.
    await sql`
      insert into staff (id, name, email, "emailVerified")
      values (${id}, ${name}, ${staff.email.toLowerCase()}, true)`.execute(tx);
    await sql`
      insert into staff_credential (id, "accountId", "providerId", "userId", password, "updatedAt")
      values (${randomUUID()}, ${id}, 'credential', ${id}, ${hash}, now())`.execute(tx);
    if (plays.length > 0) {
      const rows = plays.map(({ siteId, role }) => ({ site_id: siteId, staff_id: id, role }));
      await tx.insertInto('membership').values(rows).execute();
    }
    if (operator) await tx.insertInto('operator').values({ staff_id: id }).execute();
  });
  return id;
}

/** Whoever the cookies of a request belong to; nobody when the session has ended, was idle too long, or is too old. */
export async function findActor(db: Db, auth: Auth, cookie: string | undefined): Promise<Actor | undefined> {
  if (!cookie) return undefined;
  const headers = new Headers({ cookie });
  const found = await auth.api.getSession({ headers });
  if (!found) return undefined;
  if (found.session.createdAt.getTime() + absoluteSeconds * 1000 < Date.now()) {
    await auth.api.signOut({ headers });
    return undefined;
  }
  return getActor(db, found.user);
}

/** The account with what it may play, read at every request: a part that is taken away is gone at once. */
export async function getActor(db: Db, staff: { id: string; name: string; email: string }): Promise<Actor> {
  const { rows } = await sql<{ site_id: string | null; role: Role; organisation_id: string | null }>`
    select site_id, role, organisation_id from membership where staff_id = ${staff.id}
    union all
    select null, 'operator', null from operator where staff_id = ${staff.id}`.execute(db);
  return {
    staffId: staff.id,
    name: staff.name,
    email: staff.email,
    operator: rows.some((row) => row.site_id === null),
    plays: rows.flatMap(({ site_id, role, organisation_id }) =>
      site_id === null ? [] : [{ siteId: site_id, role, organisationId: organisation_id }],
    ),
  };
}
