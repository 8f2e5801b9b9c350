import { readFileSync } from 'node:fs';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readBackup } from '@kannwas/api/db/backup/read';
import { writeBackup } from '@kannwas/api/db/backup/write';
import type { Db } from '@kannwas/api/db/database';
import { appliedMigrations } from '@kannwas/api/db/migrate';
import { deriveSecrets } from '@kannwas/api/secrets';
import { languagesEndpoints } from '@kannwas/schema/languages';
import { contactEndpoints } from '@kannwas/schema/survey/contact';
import { mineEndpoints } from '@kannwas/schema/survey/mine';
import type { Answer, Question } from '@kannwas/schema/survey/questions';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, type Instance, newInstance, settle } from '../support/instances.ts';
import { Newcomer, type Reply, request } from '../support/newcomers.ts';
import { CaseWorker, signIn } from '../support/people.ts';
import { freePort, OwnProcess, startServer } from '../support/processes.ts';
import { sumsOf, tablesWith } from '../support/rows.ts';
import { wav } from '../support/sound.ts';
import { bricklayer, handIn, publish, table, yes } from '../support/town.ts';

const engine = process.env.ENGINE as Engine;
const instances: Instance[] = [];
const instance = async (kind = engine, key?: string) => {
  const made = await newInstance(kind, key);
  instances.push(made);
  return made;
};

const secretsOf = ({ environment }: Instance) =>
  deriveSecrets(Buffer.from(environment.SECRET_KEY ?? '', 'hex'));

let town: Instance;
let file: string;
const spoken = new Uint8Array(readFileSync(new URL('../fixtures/sound/live.webm', import.meta.url)));
/** What nobody else says. */
const own = { words: 'Das Dach der Schule von Rastan', name: 'Amal Haddad', phone: '0151 7654321' };
const marks = [...Object.values(own), 'Amal', 'أمل', Buffer.from(spoken).toString('hex').slice(0, 100)];
const tablesWithAmal = (db: Db) => tablesWith(db, ...marks);
const before: { file: Reply['body']; pool: unknown; sums: string[] } = { file: null, pool: null, sums: [] };
let amal: Newcomer;

/** Runs one of the operator's commands and returns its exit code and what it printed. */
async function run(task: 'backup' | 'restore', of: Instance, path: string): Promise<[number | null, string]> {
  const started = new OwnProcess(`apps/api/src/tasks/${task}.ts`, of.environment, [path]);
  return [await started.ended(), started.output];
}

async function opened<T>(of: Instance, look: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await of.open();
  return look(db).finally(close);
}

/** What the staff and the newcomer of the story see. */
async function look(url: string) {
  const mine = Object.assign(Object.create(amal), { url }) as Newcomer;
  return {
    file: (await mine.read()).body,
    pool: await table(url, await signIn(url, 'ines'), 'by=occupation'),
    sums: before.sums,
  };
}

beforeAll(async () => {
  town = await instance();
  await settle(town, 'carla', 'ines');
  const server = await startServer(await freePort(), town.environment);
  const { url } = server;
  await handIn(url, 20, bricklayer);
  amal = new Newcomer(url);
  await amal.seeksAdvice();
  await amal.send(
    ...Object.entries(bricklayer).map(([question, value]) =>
      amal.event(question as Question, value as Answer),
    ),
  );
  await amal.says('callName', 'أمل');
  await amal.says('strengthExample', own.words);
  await amal.says('consentContact', yes);
  const contact = { name: own.name, phone: own.phone, email: null };
  const keeps = { params: amal.params, body: contact };
  await request(url, contactEndpoints.keep, keeps, amal.authorization);
  const recording = { params: { ...amal.params, recordingId: v7() }, body: spoken };
  await request(url, recordingsEndpoints.keep, recording, amal.authorization);
  await amal.submit();
  const carla = new CaseWorker(url, await signIn(url, 'carla'));
  await carla.answer(amal, { ...amal.event('callName', 'Amal'), baseId: null, manner: 'case-worker' });
  await carla.read(amal);
  const ines = await signIn(url, 'ines');
  await publish(url, ines);
  const params = { siteId: 'hettstedt', language: 'ar', textKey: 'common.yes' } as const;
  await request(url, languagesEndpoints.uploadClip, { params, body: wav(60) }, ines);
  Object.assign(before, await look(url));
  file = join(town.folder, 'town.backup');
  if (engine === 'pglite') {
    const [code, said] = await run('backup', town, file);
    expect([code, said]).toEqual([1, expect.stringContaining('Stop it first')]);
  } else expect((await run('backup', town, file))[0]).toBe(0);
  await server.kill('SIGTERM');
  expect(await run('backup', town, file)).toEqual([0, expect.stringMatching(/^\d+ rows are safe in /)]);
  before.sums = await opened(town, sumsOf);
}, 180_000);
afterAll(() => Promise.all(instances.map(({ remove }) => remove())));

test('a restored town goes on as if nothing had happened: codes, sign-ins, files, and published counts', async () => {
  const again = await instance(engine, town.environment.SECRET_KEY);
  expect(await run('restore', again, file)).toEqual([0, expect.stringMatching(/^\d+ rows were restored /)]);
  expect(await opened(again, sumsOf)).toEqual(before.sums);
  const server = await startServer(await freePort(), again.environment);
  expect(await look(server.url)).toEqual(before);
  await server.kill('SIGTERM');
});

test('no table is forgotten, and a table of people is among them', () => {
  expect(before.sums.length).toBeGreaterThan(12);
  for (const name of ['response', 'answer_event', 'snapshot_person', 'staff', 'audit_event', 'clip'])
    expect(before.sums.join('\n')).toMatch(new RegExp(`^${name} [1-9]`, 'm'));
});

test('a backup moves a town from one engine to the other', async () => {
  // Under the embedded engine no server of the other is at hand: there it is a second folder.
  const other = await instance('pglite', town.environment.SECRET_KEY);
  await opened(other, (db) => readBackup(db, secretsOf(town), file));
  const sums = await opened(other, sumsOf);
  expect(sums).toEqual(before.sums);
  const back = join(other.folder, 'back.backup');
  await opened(other, (db) => writeBackup(db, secretsOf(town), back));
  const lines = async (path: string) =>
    gunzipSync(await readFile(path))
      .toString()
      .split('\n')
      // Sealed rows are never sealed twice in the same way, and every backup has its own moment.
      .map((line) => line.replace(/ [\w+/=]+$/, '').replace(/"writtenAt":"[^"]+"/, ''))
      .toSorted();
  expect(await lines(back)).toEqual(await lines(file));
});

test('a backup is never restored over people', async () => {
  const [code, said] = await run('restore', town, file);
  expect([code, said]).toEqual([
    1,
    'A backup is restored into a new, empty database. Nothing was changed.\n',
  ]);
  expect(await opened(town, sumsOf)).toEqual(before.sums);
});

test('a file that is cut off, foreign, or newer restores nothing, and the right one still can be', async () => {
  const empty = await instance();
  const copy = async (name: string, bytes: string | Uint8Array) => {
    const path = join(town.folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const bytes = await readFile(file);
  const cut = await copy('cut', bytes);
  await truncate(cut, Math.trunc(bytes.length / 2));
  const text = gunzipSync(bytes).toString();
  const newer = text.replace('0001-sites', '9001-sites');
  const wrong: [string, string][] = [
    [cut, 'is cut off'],
    [await copy('text', 'hello'), 'is cut off or no backup'],
    [await copy('foreign', gzipSync('{"a":1}\n')), 'is not a backup of Kannwas'],
    [await copy('newer', gzipSync(newer)), 'This backup was written by a newer Kannwas (it knows 9001-sites'],
    [join(town.folder, 'nowhere'), 'ENOENT'],
  ];
  const { db, close } = await empty.open();
  for (const [path, sentence] of wrong)
    await expect(readBackup(db, secretsOf(town), path)).rejects.toThrow(sentence);
  expect((await sumsOf(db)).filter((sum) => !sum.endsWith(' 0 '))).toEqual([]);
  await readBackup(db, secretsOf(town), file);
  expect(await sumsOf(db)).toEqual(before.sums);
  expect(await appliedMigrations(db)).toEqual(await opened(town, appliedMigrations));
  await close();
});

test('no backup holds anything of a person that can be read without their key', async () => {
  expect(await opened(town, tablesWithAmal)).toEqual(['answer_event', 'recording', 'response']);
  for (const path of [file, join(town.folder, 'kannwas.keys')]) {
    const text = gunzipSync(await readFile(path)).toString();
    for (const mark of marks) expect(text.includes(mark), mark).toBe(false);
  }
});

test('whoever was erased since last night is not in what is restored from last night, and everybody else is', async () => {
  const server = await startServer(await freePort(), town.environment);
  const { erase } = mineEndpoints;
  const sent = { params: amal.params, body: { everything: true as const } };
  expect((await request(server.url, erase, sent, amal.authorization)).status).toBe(200);
  await server.kill('SIGTERM');
  expect((await run('backup', town, join(town.folder, 'today.backup')))[0]).toBe(0);

  const again = await instance(engine, town.environment.SECRET_KEY);
  const [code, said] = await run('restore', again, file);
  expect([code, said]).toEqual([0, expect.stringContaining('1 people who were erased since')]);
  expect(await opened(again, tablesWithAmal)).toEqual([]);
  const counts = await opened(again, async (db) => {
    const { rows } = await sql<{ people: number; published: number; receipts: number }>`
      select (select count(*)::int from response) as people,
        (select count(*)::int from snapshot_person) as published,
        (select count(*)::int from erasure) as receipts`.execute(db);
    return rows;
  });
  expect(counts).toEqual([{ people: 20, published: 20, receipts: 1 }]);
  const back = await startServer(await freePort(), again.environment);
  const mine = Object.assign(Object.create(amal), { url: back.url }) as Newcomer;
  expect((await mine.read()).status).toBe(401);
  expect(await table(back.url, await signIn(back.url, 'ines'), 'by=occupation')).toEqual(before.pool);
  await back.kill('SIGTERM');
  // Kannwas is started and stopped several times on the way.
}, 240_000);

test('keys that do not fit are named, and those that another database needs are never replaced', async () => {
  const stranger = await instance();
  await settle(stranger);
  const { db, close } = await stranger.open();
  const inTown = join(town.folder, 'stranger.backup');
  await expect(writeBackup(db, secretsOf(stranger), inTown)).rejects.toThrow('Choose another folder');
  await close();
  const empty = await instance();
  const restoring = (secrets: ReturnType<typeof secretsOf> | undefined, path: string) =>
    opened(empty, (into) => readBackup(into, secrets, path));
  await expect(restoring(undefined, file)).rejects.toThrow('Bring back the SECRET_KEY');
  await expect(restoring(secretsOf(stranger), file)).rejects.toThrow('Bring back the SECRET_KEY');
  const alone = join(empty.folder, 'alone.backup');
  await writeFile(alone, await readFile(file));
  await expect(restoring(secretsOf(town), alone)).rejects.toThrow('kannwas.keys is missing');
});
