import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { appliedMigrations, migrate, refuseNewer } from './migrate.ts';

/** The first line of a backup; every other is the name of a table and a row of it, as JSON. */
type Head = { kannwas: 'backup'; migrations: string[] };

/** Rows that travel between program and database at once: a few hundred kB, or a few MB where each holds a file. */
const rowsAtOnce = 500;
const filesAtOnce = 8;
/** So many characters wait at most before they are written. */
const mostWaiting = 4_000_000;

/**
 * Writes everything in the database to a file, as it is at one moment; whoever works on meanwhile is not disturbed.
 * Both engines write the same, so that a backup of one can be restored into the other. A half-written file never bears
 * the name. The secret key is not in it (see `secrets.ts`).
 * @returns how many rows were written
 */
export async function writeBackup(db: Db, file: string): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const rows = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const counted = { rows: 0 };
      const target = createWriteStream(unfinished, { mode: 0o600 });
      await pipeline(Readable.from(linesOf(tx, counted)), createGzip(), target);
      return counted.rows;
    });
  // On the disk before the name says that it is a backup.
  const written = await open(unfinished, 'r+');
  await written.sync();
  await written.close();
  await rename(unfinished, file);
  return rows;
}

async function* linesOf(tx: Tx, counted: { rows: number }): AsyncGenerator<string> {
  const head: Head = { kannwas: 'backup', migrations: await appliedMigrations(tx) };
  yield `${JSON.stringify(head)}\n`;
  for (const { table, holdsFiles } of await tablesInOrder(tx)) {
    await sql`declare backup no scroll cursor for select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(
      tx,
    );
    const fetch = sql<{ row: string }>`fetch ${sql.lit(holdsFiles ? filesAtOnce : rowsAtOnce)} from backup`;
    for (let { rows } = await fetch.execute(tx); rows.length > 0; { rows } = await fetch.execute(tx)) {
      counted.rows += rows.length;
      yield rows.map(({ row }) => `${table} ${row}\n`).join('');
    }
    await sql`close backup`.execute(tx);
  }
}

/**
 * Reads a backup into an empty database, all or nothing. One that an older program wrote is brought up to date.
 * @returns how many rows were read
 * @throws Error when the database is not empty, or the file is cut off, no backup, or written by a newer program
 */
export async function readBackup(db: Db, file: string): Promise<number> {
  const head = await readHead(file);
  refuseNewer('This backup was written', head.migrations);
  const applied = await appliedMigrations(db);
  if (!applied.every((name) => head.migrations.includes(name)) || (await hasRows(db))) {
    throw new Error('A backup is restored into a new, empty database. Nothing was changed.');
  }
  await migrate(db, head.migrations.at(-1));
  const rows = await db.transaction().execute((tx) => unzipped(file, (lines) => saveLines(tx, lines)));
  await migrate(db);
  return rows;
}

/** The first line, refused when it is not ours or not for us. */
async function readHead(file: string): Promise<Head> {
  const first = await unzipped(file, async (lines) => (await lines.next()).value ?? '');
  const head: Partial<Head> | null = first.startsWith('{') ? JSON.parse(first) : null;
  if (head?.kannwas !== 'backup' || !head.migrations) throw new Error(`${file} is not a backup of Kannwas.`);
  return { kannwas: 'backup', migrations: head.migrations };
}

async function hasRows(db: Db): Promise<boolean> {
  for (const { table } of await tablesInOrder(db)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

async function saveLines(tx: Tx, lines: AsyncIterable<string>): Promise<number> {
  let [saved, table, waiting, length]: [number, string, string[], number] = [0, '', [], 0];
  const flush = async () => {
    if (waiting.length === 0) return;
    // The rows stay text on their way, since a 64-bit key would not survive being a JavaScript number.
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${waiting.join(',')}]`}::jsonb)`.execute(
      tx,
    );
    saved += waiting.length;
    [waiting, length] = [[], 0];
  };
  for await (const line of lines) {
    const space = line.indexOf(' ');
    // The first line has none of them: it is JSON alone.
    if (line.startsWith('{')) continue;
    const isFull = waiting.length === rowsAtOnce || length > mostWaiting;
    if (line.slice(0, space) !== table || isFull) await flush();
    table = line.slice(0, space);
    waiting.push(line.slice(space + 1));
    length += line.length;
  }
  await flush();
  return saved;
}

/** Opens a zipped file and hands its lines to a reader, who may stop early. @throws Error when it is cut off */
async function unzipped<T>(file: string, read: (lines: AsyncGenerator<string>) => Promise<T>): Promise<T> {
  const zipped = createReadStream(file);
  const text = zipped.pipe(createGunzip());
  zipped.on('error', (error) => text.destroy(error));
  try {
    return await read(linesIn(text));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR')
      throw new Error(`${file} is cut off or no backup.`);
    throw error;
  } finally {
    zipped.destroy();
    text.destroy();
  }
}

async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Our tables, each after those that it refers to, and whether files lie in them. */
async function tablesInOrder(db: Db): Promise<{ table: string; holdsFiles: boolean }[]> {
  const { rows } = await sql<{ name: string; refers: string[]; holdsFiles: boolean }>`
    select t.relname as name,
      exists (
        select from pg_attribute a where a.attrelid = t.oid and a.atttypid = 'bytea'::regtype
      ) as "holdsFiles",
      coalesce(json_agg(r.relname) filter (where r.relname is not null), '[]') as refers
    from pg_class t
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
    left join pg_class r on r.oid = c.confrelid and r.oid <> t.oid
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely_%'
    group by t.oid, t.relname order by t.relname`.execute(db);
  const ordered = new Map<string, { table: string; holdsFiles: boolean }>();
  while (ordered.size < rows.length) {
    const next = rows.find(
      ({ name, refers }) => !ordered.has(name) && refers.every((other) => ordered.has(other)),
    );
    if (!next) throw new Error('Tables refer to each other in a circle.');
    ordered.set(next.name, { table: next.name, holdsFiles: next.holdsFiles });
  }
  return [...ordered.values()];
}
