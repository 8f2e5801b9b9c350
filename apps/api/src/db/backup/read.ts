import { sql } from 'kysely';
import { fingerprintOf, type Secrets } from '../../secrets.ts';
import type { Db, Tx } from '../database.ts';
import { appliedMigrations, migrate, refuseNewer } from '../migrate.ts';
import { saveKeys, unwrap } from '../person-keys.ts';
import { unzipped } from './file.ts';
import { type Keys, keysFileOf, readKeys } from './keys.ts';
import { rowsOfLine } from './sealed.ts';
import { tablesInOrder } from './tables.ts';
import { type Head, mostWaiting, rowsAtOnce } from './write.ts';

/** What came out of a backup: rows, and how many people did not, since their keys are gone. */
export type Restored = { rows: number; leftOut: number };

/**
 * Reads a backup into an empty database, all or nothing. One that an older program wrote is brought up to date. Whoever
 * was erased since it was written has no key any more and is left out.
 * @throws Error when the database is not empty, the keys or the secret key do not fit, or the file is cut off, no backup, or
 * written by a newer program
 */
export async function readBackup(db: Db, secrets: Secrets | undefined, file: string): Promise<Restored> {
  const head = await readHead(file);
  refuseNewer('This backup was written', head.migrations);
  const applied = await appliedMigrations(db);
  if (!applied.every((name) => head.migrations.includes(name)) || (await hasRows(db))) {
    throw new Error('A backup is restored into a new, empty database. Nothing was changed.');
  }
  const kept = head.secret === undefined ? undefined : await keysFor(head, secrets, file);
  const opened = new Map(secrets && kept ? kept.keys.map((key) => [key.keyId, unwrap(secrets, key)]) : []);
  await migrate(db, head.migrations.at(-1));
  const restored = await db.transaction().execute(async (tx) => {
    const read = await unzipped(file, (lines) => saveLines(tx, lines, opened));
    if (kept) await saveKept(tx, kept);
    return read;
  });
  await migrate(db);
  return restored;
}

/** The first line, refused when it is not ours or not for us. */
async function readHead(file: string): Promise<Head> {
  const first = await unzipped(file, async (lines) => (await lines.next()).value ?? '');
  const head: Partial<Head> | null = first.startsWith('{') ? JSON.parse(first) : null;
  if (head?.kannwas !== 'backup' || !head.migrations) throw new Error(`${file} is not a backup of Kannwas.`);
  return { ...head, kannwas: 'backup', migrations: head.migrations };
}

/** The keys beside a backup, refused when they cannot be those that it needs. */
async function keysFor(head: Head, secrets: Secrets | undefined, file: string): Promise<Keys> {
  if (!secrets || fingerprintOf(secrets) !== head.secret) {
    throw new Error(
      'This backup was made with another secret key. Bring back the SECRET_KEY, or put the file secret.key of that ' +
        'time into the data folder. Nothing was changed.',
    );
  }
  const kept = await readKeys(keysFileOf(file));
  if (kept.head.secret !== head.secret || kept.head.writtenAt < (head.writtenAt ?? '')) {
    throw new Error(
      `${keysFileOf(file)} is older than the backup, or of another one: it has to come from the same backup or a later ` +
        'one. Nothing was changed.',
    );
  }
  return kept;
}

async function hasRows(db: Db): Promise<boolean> {
  for (const { table } of await tablesInOrder(db)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

async function saveLines(
  tx: Tx,
  lines: AsyncIterable<string>,
  keys: ReadonlyMap<string, Uint8Array>,
): Promise<Restored> {
  let [saved, into, waiting, length]: [number, string, string[], number] = [0, '', [], 0];
  const leftOut = new Set<string>();
  const flush = async () => {
    if (waiting.length > 0) await saveRows(tx, into, waiting);
    saved += waiting.length;
    [waiting, length] = [[], 0];
  };
  for await (const line of lines) {
    // The first line has no table: it is JSON alone.
    if (line.startsWith('{')) continue;
    const { table, rows, without } = rowsOfLine(line, keys);
    if (without) leftOut.add(without);
    for (const row of rows) {
      const isFull = waiting.length === rowsAtOnce || length > mostWaiting;
      if (table !== into || isFull) await flush();
      into = table;
      waiting.push(row);
      length += row.length;
    }
  }
  await flush();
  return { rows: saved, leftOut: leftOut.size };
}

/** The rows stay text on their way, since a 64-bit key would not survive being a JavaScript number. */
async function saveRows(tx: Tx, table: string, rows: readonly string[]): Promise<void> {
  const json = `[${rows.join(',')}]`;
  // A paper of somebody who is left out says that it is withdrawn, as it would have if they had been here to be erased.
  const gone = sql`(row ->> 'response_id') is not null and not exists (
    select from response where response.site_id = row ->> 'site_id'
      and response.response_id = (row ->> 'response_id')::uuid)`;
  const paper = sql`
    select row || case when ${gone} then jsonb_build_object('response_id', null, 'withdrawn_at',
      coalesce(row ->> 'withdrawn_at', now()::text)) else '{}' end
    from jsonb_array_elements(${json}::jsonb) as row`;
  const source =
    table === 'passport' ? sql`(select jsonb_agg(c) from (${paper}) as p (c))` : sql`${json}::jsonb`;
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${source})`.execute(tx);
}

/** The keys of those who are there, and the receipts of those who went since. */
async function saveKept(tx: Tx, { keys, receipts }: Keys): Promise<void> {
  for (let at = 0; at < keys.length; at += rowsAtOnce) await saveKeys(tx, keys.slice(at, at + rowsAtOnce));
  await sql`
    insert into erasure
    select * from jsonb_populate_recordset(null::erasure, ${JSON.stringify(receipts)}::jsonb) as receipt
    where exists (select from site where site.site_id = receipt.site_id)
    on conflict do nothing`.execute(tx);
}
