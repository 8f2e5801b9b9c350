import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { fingerprintOf, type Secrets } from '../../secrets.ts';
import type { Db, Tx } from '../database.ts';
import type { WrappedKey } from '../person-keys.ts';
import { unzipped } from './file.ts';

/** The first line of the keys; every other is a key, or a receipt of an erasure. */
export type KeysHead = { kannwas: 'keys'; secret: string; writtenAt: string };
type Receipt = { site_id: string; number: string; erased_at: string; key_id: string | null };
export type Keys = { head: KeysHead; keys: WrappedKey[]; receipts: Receipt[] };

/**
 * The keys of people lie beside the backups of a folder, once: with each backup they are replaced, so that older backups
 * open for those who are still there, and for nobody else.
 */
export const keysFileOf = (backup: string): string => join(dirname(backup), 'kannwas.keys');

const keysAtOnce = 1000;

export async function* keyLines(tx: Tx, head: KeysHead): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  const lines = sql`
    select 'key ' || json_build_object('siteId', site_id, 'responseId', response_id, 'keyId', key_id,
      'wrapped', replace(encode(wrapped, 'base64'), e'\n', '')) as line from person_key
    union all select 'receipt ' || row_to_json(erasure) from erasure`;
  await sql`declare keys no scroll cursor for ${lines}`.execute(tx);
  const fetch = sql<{ line: string }>`fetch ${sql.lit(keysAtOnce)} from keys`;
  for (let { rows } = await fetch.execute(tx); rows.length > 0; { rows } = await fetch.execute(tx)) {
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
  await sql`close keys`.execute(tx);
}

/** Reads the keys that lie beside a backup. @throws Error when they are not there or not whole */
export async function readKeys(file: string): Promise<Keys> {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: without it nobody's answers in the backup can be read.`);
  }
  return unzipped(file, async (lines) => {
    const first = (await lines.next()).value ?? '';
    const head: Partial<KeysHead> | null = first.startsWith('{') ? JSON.parse(first) : null;
    if (head?.kannwas !== 'keys') throw new Error(`${file} does not hold the keys of a backup.`);
    const read: Keys = { head: head as KeysHead, keys: [], receipts: [] };
    for await (const line of lines) {
      if (line.startsWith('key ')) {
        const { wrapped, ...key } = JSON.parse(line.slice(4));
        read.keys.push({ ...key, wrapped: Buffer.from(wrapped, 'base64') });
      } else if (line.startsWith('receipt ')) read.receipts.push(JSON.parse(line.slice(8)));
    }
    return read;
  });
}

/**
 * Refuses to replace keys that another database still needs: those of people that this one neither knows nor erased.
 * @throws Error that names the way out
 */
export async function requireOwnKeys(db: Db, secrets: Secrets, file: string): Promise<void> {
  if (!existsSync(file)) return;
  const { head, keys } = await readKeys(file);
  let strangers = head.secret === fingerprintOf(secrets) ? 0 : keys.length;
  for (let at = 0; strangers === 0 && at < keys.length; at += keysAtOnce) {
    const ids = keys.slice(at, at + keysAtOnce).map(({ keyId }) => keyId);
    const { rows } = await sql<{ unknown: number }>`
      select count(*)::int as unknown from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as id
      where not exists (select from person_key where key_id = id::uuid)
        and not exists (select from erasure where key_id = id::uuid)`.execute(db);
    strangers += rows[0]?.unknown ?? 0;
  }
  if (strangers === 0) return;
  throw new Error(
    `${file} holds keys of people whom this database does not know: backups of another one lie here. ` +
      'Choose another folder. Nothing was changed.',
  );
}
