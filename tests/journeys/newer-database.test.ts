import { appliedMigrations, migrate } from '@kannwas/api/db/migrate';
import { migrations } from '@kannwas/api/db/migrations/index';
import type { Opened } from '@kannwas/api/db/open';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../support/app.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** Everything that the database says about its own shape. */
async function shape(): Promise<unknown[]> {
  const { rows } = await sql`
    select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`.execute(
    opened.db,
  );
  return rows;
}

test('bringing a database up to date twice changes nothing the second time', async () => {
  const before = [await shape(), await appliedMigrations(opened.db)];
  await migrate(opened.db);
  expect([await shape(), await appliedMigrations(opened.db)]).toEqual(before);
  expect(before[1]).toEqual(Object.keys(migrations));
});

test('a database that a newer program has opened is refused, and nothing is changed', async () => {
  await sql`create table from_the_future (id int)`.execute(opened.db);
  await sql`insert into kysely_migration (name, timestamp) values ('9001-from-the-future', '2030')`.execute(
    opened.db,
  );
  // An older step is missing too: even then the program must not begin to work on what it does not know.
  const [first = ''] = Object.keys(migrations).slice(-1);
  await sql`delete from kysely_migration where name = ${first}`.execute(opened.db);
  const before = [await shape(), await appliedMigrations(opened.db)];
  await expect(migrate(opened.db)).rejects.toThrow(
    'opened by a newer Kannwas (it knows 9001-from-the-future). Start that version, or restore a backup',
  );
  expect([await shape(), await appliedMigrations(opened.db)]).toEqual(before);
});
