import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Config } from '../config.ts';
import type { Db } from './database.ts';
import { lockFolder } from './lock.ts';

/** Where something is read from: any database, and faster by COPY where there is one. */
export type Reading = {
  db: Db;
  /** PostgreSQL only: what a select of our own source finds, as lines with tabs; nothing stands for null. */
  copyOut?: CopyOut | undefined;
};

export type Opened = Reading & {
  engine: 'pglite' | 'postgres';
  /** The same database for the pool, as a role that can read published epochs and nothing else. */
  reading: Reading;
  /** Keeps something for one task alone, until it lets go or its process ends; undefined when another has it. */
  hold: (name: string) => Promise<LetGo | undefined>;
  /** Tells whether a task has it now. */
  isHeld: (name: string) => Promise<boolean>;
  close: () => Promise<void>;
};
export type CopyOut = (select: string) => AsyncIterable<Buffer>;
export type LetGo = () => Promise<void>;

/** Opens the database that the settings name: PostgreSQL, or the embedded one in the data folder. */
export async function openDatabase(config: Pick<Config, 'DATABASE_URL' | 'DATA_FOLDER'>): Promise<Opened> {
  return config.DATABASE_URL ? openPostgres(config.DATABASE_URL) : openEmbedded(config.DATA_FOLDER);
}

/** Opens the embedded database in a folder that this process then has for itself. */
export async function openEmbedded(folder: string): Promise<Opened> {
  const unlock = lockFolder(folder);
  try {
    return await openPglite(await PGlite.create(join(folder, 'pglite')), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Wraps a PGlite that is already there: in memory for tests, or opened by `openEmbedded`. */
export async function openPglite(pglite: PGlite, afterwards: () => void = () => {}): Promise<Opened> {
  // The driver hands out dates as text, so that a day stays a day in every time zone; see also below.
  pglite.parsers[dateType] = (text: string) => text;
  const db: Db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  const reading: Reading = { db: new Kysely({ dialect: new PGliteDialect({ pglite: asPool(pglite) }) }) };
  const close = async () => {
    await db.destroy();
    if (!pglite.closed) await pglite.close();
    afterwards();
  };
  return { db, engine: 'pglite', reading, ...holdInProcess(), close };
}

const dateType = 1082;

/** The role that migration 0008 makes. */
const poolRole = 'kannwas_pool';

/** The same embedded database, each statement as the role of the pool: there is one connection for all. */
function asPool(pglite: PGlite): PGlite {
  const transaction: PGlite['transaction'] = (work) =>
    pglite.transaction(async (tx) => {
      await tx.exec(`set local role ${poolRole}`);
      return work(tx);
    });
  const query: PGlite['query'] = (...statement) => transaction((tx) => tx.query(...statement));
  // Whoever only reads does not close it for the others.
  const close = async () => {};
  return new Proxy(pglite, {
    get: (whole, name) => ({ transaction, query, close })[String(name)] ?? Reflect.get(whole, name, whole),
  });
}

/** Opens PostgreSQL. A statement that takes 30 s, or a transaction left alone for 10 s, is given up. */
export function openPostgres(url: string, connections = 10): Opened {
  const pool = makePgPool(url, { max: connections });
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const reading = openReading(url);
  return {
    db,
    engine: 'postgres',
    copyOut: copyFrom(pool),
    reading,
    ...holdInDatabase(pool),
    close: async () => {
      await Promise.all([db.destroy(), reading.close()]);
    },
  };
}

/** Opens PostgreSQL, or a copy of it that follows, for reading published epochs and nothing else. */
export function openReading(url: string): Reading & { close: () => Promise<void> } {
  // The role is set while connecting: there is no moment at which the connection could do more.
  const pool = makePgPool(url, { max: 4, options: `-c role=${poolRole}` });
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { db, copyOut: copyFrom(pool), close: () => db.destroy() };
}

function makePgPool(url: string, more: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    ...more,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 10_000,
    types: {
      getTypeParser: (type, format) => (type === dateType ? String : pg.types.getTypeParser(type, format)),
    },
  });
  // A lost connection is replaced at the next query. Without these listeners it would end the process: the first is for
  // connections that rest, the second for those that a request holds (that request fails with its own error).
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The folder of an embedded database belongs to one process, so its memory is enough. */
function holdInProcess(): Pick<Opened, 'hold' | 'isHeld'> {
  const held = new Set<string>();
  const hold = async (name: string) => {
    if (held.has(name)) return undefined;
    held.add(name);
    return async () => {
      held.delete(name);
    };
  };
  return { hold, isHeld: async (name) => held.has(name) };
}

/** An advisory lock of a connection that is set aside: when the process dies, the database lets go of it. */
function holdInDatabase(pool: pg.Pool): Pick<Opened, 'hold' | 'isHeld'> {
  const hold = async (name: string) => {
    const client = await pool.connect();
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [
      name,
    ]);
    if (rows[0]?.got !== true) {
      client.release();
      return undefined;
    }
    return async () => {
      try {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
        client.release();
      } catch {
        // A connection that is lost has let go already.
        client.release(true);
      }
    };
  };
  const isHeld = async (name: string) => {
    const { rows } = await pool.query(
      `select 1 from pg_locks
       where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
         and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`,
      [name],
    );
    return rows.length > 0;
  };
  return { hold, isHeld };
}

/** Millions of rows take longer than a statement usually may; whoever stops reading gives up the connection. */
const copyFrom = (pool: pg.Pool): CopyOut =>
  async function* (select) {
    const client = await pool.connect();
    let whole = false;
    try {
      await client.query('set statement_timeout = 0');
      yield* client.query(to(`copy (${select}) to stdout with (null '')`));
      await client.query('reset statement_timeout');
      whole = true;
    } finally {
      client.release(!whole);
    }
  };
