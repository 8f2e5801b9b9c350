import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v4 } from 'uuid';
import { seal, unseal } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';
import type { Db, Tx } from './database.ts';

export type Person = { siteId: string; responseId: string };

/** A person's key as it is kept: of no use without the secret key, and for nobody else. */
export type WrappedKey = Person & { keyId: string; wrapped: Uint8Array };

const aboutOf = ({ siteId, responseId }: Person) => `${siteId} ${responseId}`;

/** A new key for a person. */
function makeKey({ keys }: Secrets, person: Person): WrappedKey {
  return { ...person, keyId: v4(), wrapped: seal(keys, randomBytes(32), aboutOf(person)) };
}

/** The key itself. @throws Error when it was wrapped with another secret key, or for somebody else */
export const unwrap = ({ keys }: Secrets, key: WrappedKey): Buffer => unseal(keys, key.wrapped, aboutOf(key));

/** The key of a person; undefined when nothing was ever sealed for them. */
export async function findPersonKey(db: Db, secrets: Secrets, person: Person): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('person_key')
    .select(['key_id as keyId', 'wrapped'])
    .where('site_id', '=', person.siteId)
    .where('response_id', '=', person.responseId)
    .executeTakeFirst();
  return row && unwrap(secrets, { ...person, ...row });
}

/** The key of a person, made when it is first needed; of two who make one at the same time, the first wins. */
export async function getPersonKey(tx: Tx, secrets: Secrets, person: Person): Promise<Buffer> {
  const known = await findPersonKey(tx, secrets, person);
  if (known) return known;
  const made = makeKey(secrets, person);
  await saveKeys(tx, [made]);
  const kept = await findPersonKey(tx, secrets, person);
  if (!kept) throw new Error('A key that was just made is not there.');
  return kept;
}

/** So many keys are made at a time. */
const batch = 1000;

/** Makes the keys that are missing: without one, nothing of a person can go into a backup. */
export async function makeMissingKeys(db: Db, secrets: Secrets): Promise<void> {
  for (;;) {
    const { rows } = await sql<Person>`
      select response.site_id as "siteId", response.response_id as "responseId" from response
      where not exists (
        select from person_key as key
        where key.site_id = response.site_id and key.response_id = response.response_id)
      limit ${batch}`.execute(db);
    await saveKeys(
      db,
      rows.map((person) => makeKey(secrets, person)),
    );
    if (rows.length < batch) return;
  }
}

/** Keeps keys of people who are there and have none yet. */
export async function saveKeys(db: Db, keys: readonly WrappedKey[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map(({ wrapped, ...key }) => ({
    ...key,
    wrapped: Buffer.from(wrapped).toString('base64'),
  }));
  await sql`
    insert into person_key (site_id, response_id, key_id, wrapped)
    select response.site_id, response.response_id, "keyId", decode(key.wrapped, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as key ("siteId" text, "responseId" uuid, "keyId" uuid, wrapped text)
    join response on response.site_id = key."siteId" and response.response_id = key."responseId"
    on conflict do nothing`.execute(db);
}
