import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** Columns in order, each as PostgreSQL reads it from text; null is null. */
export type Row = readonly (string | null)[];

/**
 * Writes rows by COPY, the fastest way into PostgreSQL. Rows are asked for as the server takes them: memory stays flat,
 * and whoever makes them works while the server writes.
 * @param into a table with its columns in brackets, from our own source
 */
export async function copyRows(client: pg.Client, into: string, rows: Iterable<Row>): Promise<void> {
  await pipeline(
    Readable.from(chunks(rows), { objectMode: false }),
    client.query(from(`copy ${into} from stdin`)),
  );
}

/** Larger pieces cost fewer turns of the event loop; smaller ones let the server start sooner. */
const chunkLength = 64 * 1024;

function* chunks(rows: Iterable<Row>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += `${row.map((column) => (column === null ? '\\N' : escaped(column))).join('\t')}\n`;
    if (text.length > chunkLength) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(column: string): string {
  return column.replace(special, (character) => escapes[character] ?? character);
}

/**
 * Does bulk work in a transaction that checks the foreign keys of a table once at the end instead of at every row.
 * Until then nobody else can use the table or what it refers to; only the table's owner may do this.
 */
export async function checkingKeysOnce(
  client: pg.Client,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
      [table],
    );
    for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
    await work();
    for (const { name, definition } of rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
