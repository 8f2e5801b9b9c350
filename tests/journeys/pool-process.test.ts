import { execFile } from 'node:child_process';
import { appendFile, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveIn } from '../support/crowd.ts';
import { startPostgres } from '../support/databases.ts';
import { newInstance, settle } from '../support/instances.ts';
import { problemOf, signIn } from '../support/people.ts';
import { freePort, type OwnProcess, startServer } from '../support/processes.ts';
import { ask, bricklayer, publish, table } from '../support/town.ts';

const program = 'apps/api/src/tasks/start-pool.ts';

// An embedded database belongs to one process; here are several, and a copy that follows.
if (process.env.ENGINE === 'postgres') {
  type Session = Record<string, string>;
  let folder: string;
  let primary: Awaited<ReturnType<typeof startPostgres>>;
  let standby: Awaited<ReturnType<typeof startPostgres>>;
  let town: Awaited<ReturnType<typeof newInstance>>;
  let pool: OwnProcess & { url: string };
  let api: OwnProcess & { url: string };
  let [dmitri, ines]: Session[] = [];
  const reader = 'pool_reader:secret';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kannwas-standby-'));
    primary = await startPostgres(join(folder, 'primary'), ['wal_level=replica']);
    town = await newInstance('postgres', undefined, primary.url);
    await settle(town, 'dmitri', 'ines');
    const admin = new pg.Client({ connectionString: town.environment.DATABASE_URL });
    await admin.connect();
    await admin.query(`create role pool_reader login password 'secret' in role kannwas_pool`);
    standby = await startPostgres(join(folder, 'standby'), ['hot_standby=on'], () => copy(admin));
    await admin.end();

    const { SECRET_KEY = '', DATABASE_URL = '' } = town.environment;
    const copied = DATABASE_URL.replace(/^.*@[^/]*/, standby.url.replace(/\/\/.*@/, `//${reader}@`));
    pool = await startServer(await freePort(), { SECRET_KEY, POOL_DATABASE_URL: copied }, program);
    api = await startServer(await freePort(), { ...town.environment, POOL_URL: pool.url });
    [dmitri, ines] = await Promise.all([signIn(api.url, 'dmitri'), signIn(api.url, 'ines')]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([api?.kill('SIGTERM'), pool?.kill('SIGTERM')]);
    await Promise.all([standby?.server.stop(), primary?.server.stop()]);
    await town?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** A copy of the running server that follows it, as `pg_basebackup` makes one. */
  async function copy(admin: pg.Client): Promise<void> {
    const [from, to] = [join(folder, 'primary'), join(folder, 'standby')];
    await admin.query(`select pg_backup_start('standby', true)`);
    await promisify(execFile)('cp', ['-a', from, to]);
    const { rows } = await admin.query('select labelfile from pg_backup_stop()');
    await rm(join(to, 'postmaster.pid'), { force: true });
    await writeFile(join(to, 'backup_label'), rows[0].labelfile);
    await writeFile(join(to, 'standby.signal'), '');
    // Started by root, the server runs under another name, to which its files belong.
    const { uid, gid } = await stat(from);
    for (const name of ['backup_label', 'standby.signal']) await chown(join(to, name), uid, gid);
    await appendFile(join(to, 'postgresql.auto.conf'), `primary_conninfo = '${primary.url}/postgres'\n`);
  }

  test('a pool on its own, on a copy that follows, answers what was published', async () => {
    const { db, close } = await town.open();
    await moveIn(db, 60, bricklayer);
    await close();
    await publish(api.url, ines ?? {});
    await expect
      .poll(async () => problemOf(await ask(api.url, dmitri ?? {})), { timeout: 20_000 })
      .toBe('200 no problem');
    expect((await table(api.url, dmitri ?? {}, 'occupation=71')).total).toBeGreaterThan(40);
    expect(problemOf(await ask(api.url, dmitri ?? {}, 'place=nowhere'))).toBe('422 districtUnknown');
  });

  test('the pool answers nobody but the API', async () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer guessed' };
    const body = JSON.stringify({ table: 'coverage', siteId: 'hettstedt' });
    const reply = await fetch(`${pool.url}/answer`, { method: 'POST', headers, body });
    expect(reply.status).toBe(403);
  });

  test('its database account reads no table of people who answer', async () => {
    const url = town.environment.DATABASE_URL?.replace(/\/\/.*@/, `//${reader}@`);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await expect(client.query('select * from response')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select * from staff')).rejects.toMatchObject({ code: '42501' });
    expect((await client.query('select count(*)::int as people from snapshot_person')).rows).toEqual([
      { people: 60 },
    ]);
    await client.end();
  });

  test('while the pool is away, employers are told to come back, and all else goes on', async () => {
    await pool.kill('SIGTERM');
    expect(problemOf(await ask(api.url, dmitri ?? {}, 'occupation=72'))).toBe('503 overloaded');
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  });
}

test('the pool says what it needs to start', async () => {
  const port = await freePort();
  await expect(startServer(port, {}, program)).rejects.toThrow('Set POOL_DATABASE_URL');
  const database = { POOL_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  await expect(startServer(port, database, program)).rejects.toThrow('Set SECRET_KEY');
});
