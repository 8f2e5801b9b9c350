import { randomUUID } from 'node:crypto';
import type { Role } from '@kannwas/schema/rights';
import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Db, Tx } from '../db/database.ts';
import { type Auth, absoluteSeconds, passwordLength } from './auth.ts';
import { findToken, tokenStart } from './tokens/store.ts';

/** Somebody who is to work here: the parts at each site, and whether the instance is theirs to run. */
export type NewStaff = {
  name: string;
  email: string;
  password: string;
  plays?: readonly { siteId: string; role: Exclude<Role, 'operator'>; organisation?: string | undefined }[];
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
    for (const { siteId, role, organisation } of plays) {
      const organisation_id = organisation ? await getOrganisation(tx, siteId, organisation) : null;
      await tx
        .insertInto('membership')
        .values({ site_id: siteId, staff_id: id, role, organisation_id })
        .execute();
    }
    if (operator) await tx.insertInto('operator').values({ staff_id: id }).execute();
  });
  return id;
}

/** The organisation of this name at a site, made when it is the first of it. */
async function getOrganisation(tx: Tx, siteId: string, name: string): Promise<string> {
  await tx
    .insertInto('organisation')
    .values({ site_id: siteId, organisation_id: randomUUID(), name })
    .onConflict((already) => already.columns(['site_id', 'name']).doNothing())
    .execute();
  const { organisation_id } = await tx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('site_id', '=', siteId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return organisation_id;
}

/** Whoever a request comes from: by its token, else by its cookies. */
export function findActor(
  db: Db,
  auth: Auth,
  { authorization = '', cookie }: { authorization?: string | undefined; cookie?: string | undefined },
): Promise<Actor | undefined> {
  const [, secret = ''] = /^Bearer (.+)$/.exec(authorization) ?? [];
  return secret.startsWith(tokenStart) ? findByToken(db, secret) : findSignedIn(db, auth, cookie);
}

/** Whoever made a token, as far as the token reaches: one site, its scopes, and what its maker may do there today. */
async function findByToken(db: Db, secret: string): Promise<Actor | undefined> {
  const found = await findToken(db, secret);
  if (!found) return undefined;
  const { siteId, organisation, scopes, staff } = found;
  const { plays, ...maker } = await getActor(db, staff);
  const here = plays.filter((play) => play.siteId === siteId);
  return {
    ...maker,
    operator: false,
    plays: here.map((play) => ({ ...play, organisationId: organisation })),
    scopes,
  };
}

/** Whoever is signed in; nobody when the session has ended, was idle too long, or is too old. */
async function findSignedIn(db: Db, auth: Auth, cookie: string | undefined): Promise<Actor | undefined> {
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
