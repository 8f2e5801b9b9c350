import { sql } from 'kysely';
import { fingerprintOf, type Secrets } from '../../secrets.ts';
import type { Db, Tx } from '../database.ts';
import { appliedMigrations } from '../migrate.ts';
import { makeMissingKeys, unwrap, type WrappedKey } from '../person-keys.ts';
import { writeZipped } from './file.ts';
import { keyLines, keysFileOf, requireOwnKeys } from './keys.ts';
import { sealedLine } from './sealed.ts';
import { type Table, tablesInOrder } from './tables.ts';

/** The first line of a backup. Every other is the name of a table and a row of it as JSON, or sealed rows of a person. */
export type Head = { kannwas: 'backup'; migrations: string[]; secret?: string; writtenAt?: string };

/** Rows that travel between program and database at once: a few hundred kB, or a few MB where each holds a file. */
export const rowsAtOnce = 500;
const filesAtOnce = 8;
/** So many characters wait at most before they are written. */
export const mostWaiting = 4_000_000;

/**
 * Writes everything in the database to a file, as it is at one moment; whoever works on meanwhile is not disturbed. What
 * belongs to a person is sealed with their key (decision 0026); the keys lie beside it in a file that each backup replaces.
 * Both engines write the same, so that a backup of one can be restored into the other. A half-written file never bears
 * the name. The secret key is in none of them (see `secrets.ts`).
 * @returns how many rows were written
 */
export async function writeBackup(db: Db, secrets: Secrets, file: string): Promise<number> {
  const keysFile = keysFileOf(file);
  await requireOwnKeys(db, secrets, keysFile);
  // Whoever begins after this moment has no key yet and is in the next backup.
  await makeMissingKeys(db, secrets);
  const made = { secret: fingerprintOf(secrets), writtenAt: new Date().toISOString() };
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const counted = { rows: 0 };
      const head: Head = { kannwas: 'backup', migrations: await appliedMigrations(tx), ...made };
      const finishKeys = await writeZipped(keysFile, keyLines(tx, { kannwas: 'keys', ...made }));
      const finish = await writeZipped(file, linesOf(tx, { secrets, head, counted }));
      // The keys first: a backup without them would hold nobody.
      await finishKeys();
      await finish();
      return counted.rows;
    });
}

type Writing = { secrets: Secrets; head: Head; counted: { rows: number } };

async function* linesOf(tx: Tx, { secrets, head, counted }: Writing): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  for (const table of await tablesInOrder(tx)) {
    yield* table.isPersons ? personLines(tx, table, { secrets, counted }) : plainLines(tx, table, counted);
  }
}

async function* plainLines(tx: Tx, table: Table, counted: { rows: number }): AsyncGenerator<string> {
  const select = sql<{ row: string }>`
    select row_to_json(t)::text as row from ${sql.table(table.table)} t`;
  for await (const rows of fetched(tx, table, select)) {
    counted.rows += rows.length;
    yield rows.map(({ row }) => `${table.table} ${row}\n`).join('');
  }
}

type PersonRow = WrappedKey & { row: string };

/** The rows of a person in a table make one line, or a few where they are many. */
async function* personLines(
  tx: Tx,
  table: Table,
  { secrets, counted }: Omit<Writing, 'head'>,
): AsyncGenerator<string> {
  const select = sql<PersonRow>`
    select row_to_json(t)::text as row, t.site_id as "siteId", t.response_id as "responseId",
      key.key_id as "keyId", key.wrapped
    from ${sql.table(table.table)} t
    join person_key key on key.site_id = t.site_id and key.response_id = t.response_id
    order by t.site_id, t.response_id`;
  let [of, waiting, length]: [PersonRow | undefined, string[], number] = [undefined, [], 0];
  const line = (one: PersonRow) => sealedLine(table.table, one.keyId, unwrap(secrets, one), waiting);
  for await (const rows of fetched(tx, table, select)) {
    counted.rows += rows.length;
    for (const row of rows) {
      if (of && (of.keyId !== row.keyId || waiting.length === rowsAtOnce || length > mostWaiting)) {
        yield line(of);
        [waiting, length] = [[], 0];
      }
      of = row;
      waiting.push(row.row);
      length += row.row.length;
    }
  }
  if (of) yield line(of);
}

async function* fetched<Row>(
  tx: Tx,
  { holdsFiles }: Table,
  select: ReturnType<typeof sql<Row>>,
): AsyncGenerator<Row[]> {
  await sql`declare backup no scroll cursor for ${select}`.execute(tx);
  const fetch = sql<Row>`fetch ${sql.lit(holdsFiles ? filesAtOnce : rowsAtOnce)} from backup`;
  for (let { rows } = await fetch.execute(tx); rows.length > 0; { rows } = await fetch.execute(tx)) {
    yield rows;
  }
  await sql`close backup`.execute(tx);
}
