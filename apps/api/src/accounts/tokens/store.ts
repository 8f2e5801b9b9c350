import { createHash, randomBytes } from 'node:crypto';
import type { Token, tokenScopes } from '@kannwas/schema/accounts';
import { Token as TokenSchema } from '@kannwas/schema/accounts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { writeAudit } from '../../audit.ts';
import type { Db } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';

/** The organisation whose tokens they are, at one site. */
export type Holder = { siteId: string; organisation: string };

type NewToken = { name: string; scopes: readonly (typeof tokenScopes)[number][]; days: number };

/** So many valid tokens an organisation has at most. */
const most = 20;

/** Tells a token from everything else that may stand behind "Bearer". */
export const tokenStart = 'kwt_';

/** 256 random bits cannot be tried, so a plain hash is enough, and whoever reads the table learns no secret. */
const hashOf = (secret: string) => createHash('sha256').update(secret, 'utf8').digest('base64url');

/** The valid tokens of an organisation, the latest first. */
export async function listTokens(db: Db, holder: Holder): Promise<Token[]> {
  const rows = await tokensOf(db, holder)
    .innerJoin('staff', 'staff.id', 'api_token.staff_id')
    .select(['token_id', 'api_token.name', 'scopes', 'staff.name as created_by'])
    .select(['created_at', 'expires_at', 'last_used_at'])
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) =>
    TokenSchema.parse({
      id: row.token_id,
      name: row.name,
      scopes: row.scopes,
      createdBy: row.created_by,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    }),
  );
}

function tokensOf(db: Db, { siteId, organisation }: Holder) {
  return db
    .selectFrom('api_token')
    .where('site_id', '=', siteId)
    .where('organisation', '=', organisation)
    .where('expires_at', '>', sql<Date>`now()`);
}

/** Makes a token; its secret is nowhere but in what is returned. @throws ProblemError invalid when there are too many */
export async function createToken(
  db: Db,
  holder: Holder,
  staffId: string,
  { name, scopes, days }: NewToken,
): Promise<{ id: string; secret: string }> {
  const { siteId, organisation } = holder;
  if ((await tokensOf(db, holder).select('token_id').execute()).length >= most) {
    throw new ProblemError('invalid', [{ path: 'name', code: 'tooMany' }]);
  }
  const id = v7();
  const secret = tokenStart + randomBytes(32).toString('base64url');
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('api_token')
      .values({
        site_id: siteId,
        token_id: id,
        secret_hash: hashOf(secret),
        staff_id: staffId,
        organisation,
        name,
        scopes: JSON.stringify(scopes),
        expires_at: sql<Date>`now() + make_interval(days => ${days}::int)`,
      })
      .execute();
    await writeAudit(tx, { siteId, staffId, action: 'token.create' });
  });
  return { id, secret };
}

/** Ends a token of the organisation at once. @throws ProblemError notFound */
export async function revokeToken(
  db: Db,
  { siteId, organisation }: Holder,
  staffId: string,
  tokenId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const revoked = await tx
      .deleteFrom('api_token')
      .where('site_id', '=', siteId)
      .where('token_id', '=', tokenId)
      .where('organisation', '=', organisation)
      .returning('token_id')
      .executeTakeFirst();
    if (!revoked) throw new ProblemError('notFound');
    await writeAudit(tx, { siteId, staffId, action: 'token.revoke' });
  });
}

/** A token that is valid now, and who made it. */
export type Found = {
  siteId: string;
  organisation: string;
  scopes: string[];
  staff: { id: string; name: string; email: string };
};

/** Finds a valid token by its secret and notes, once a minute, that it was used. */
export async function findToken(db: Db, secret: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    with used as (
      update api_token set last_used_at = now()
      where secret_hash = ${hashOf(secret)} and expires_at > now()
        and coalesce(last_used_at < now() - interval '1 minute', true)
    )
    select site_id as "siteId", organisation, scopes,
      json_build_object('id', staff.id, 'name', staff.name, 'email', staff.email) as staff
    from api_token join staff on staff.id = staff_id
    where secret_hash = ${hashOf(secret)} and expires_at > now()`.execute(db);
  return rows[0];
}
