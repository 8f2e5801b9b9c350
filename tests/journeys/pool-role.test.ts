import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { hire, signIn } from '../support/people.ts';
import { bricklayer, publish, table, townLimits } from '../support/town.ts';

let running: Running;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  await hire(running, 'dmitri', 'ines');
  await moveIn(running.db, 60, bricklayer);
  await publish(running.url, await signIn(running.url, 'ines'));
});
afterAll(() => running.close());

const tablesOf = async () =>
  (
    await sql<{ name: string }>`
      select relname as name from pg_class
      where relkind in ('r', 'v', 'm', 'p') and relnamespace = 'public'::regnamespace order by relname`.execute(
      running.db,
    )
  ).rows.map(({ name }) => name);

/** What the database says to a statement of the pool. */
async function said(statement: string): Promise<string> {
  const asPool: Kysely<unknown> = running.opened.reading.db as never;
  return sql
    .raw(statement)
    .execute(asPool)
    .then(
      () => 'allowed',
      (error: { code: string }) => error.code,
    );
}
const forbidden = '42501';

test('the pool reads published epochs, and no other table at all', async () => {
  const readable: string[] = [];
  const tables = await tablesOf();
  expect(tables).toContain('response');
  for (const name of tables) {
    const answer = await said(`select * from "${name}" limit 1`);
    if (answer === 'allowed') readable.push(name);
    else expect([name, answer]).toEqual([name, forbidden]);
  }
  expect(readable).toEqual(['published_cell', 'snapshot', 'snapshot_person']);
});

test('the pool changes nothing, not even what it may read', async () => {
  for (const name of await tablesOf()) {
    expect([name, await said(`delete from "${name}"`)]).toEqual([name, forbidden]);
    expect([name, await said(`insert into "${name}" select from "${name}"`)]).not.toContain('allowed');
  }
  expect(await said('create table own (id int)')).toBe(forbidden);
  expect(await said('update snapshot set revision = 7')).toBe(forbidden);
});

test('the pool gets at no file and no program of the server', async () => {
  expect(await said(`select pg_read_file('/etc/passwd')`)).toBe(forbidden);
  expect(await said(`copy (select 1) to program 'true'`)).toBe(forbidden);
});

test('what employers ask is answered with no more than that', async () => {
  const dmitri = await signIn(running.url, 'dmitri');
  expect((await table(running.url, dmitri, 'occupation=71')).total).toBeGreaterThan(40);
});
