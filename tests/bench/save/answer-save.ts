import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { type Opened, openEmbedded, openPostgres } from '@kannwas/api/db/open';
import { saveSite } from '@kannwas/api/sites/store';
import { startPostgres } from '../../support/databases.ts';
import { freePort, OwnProcess, startServer } from '../../support/processes.ts';
import { alternate, metric, type Shown } from '../rounds.ts';
import { district, populate, siteId, type Walker } from './crowd.ts';
import { type Queue, sendAnswers } from './load.ts';

const SECRET_KEY = randomBytes(32).toString('hex');
const rounds = 7;

/** One answer through the real server against bare Fastify and pg; then batches of 50 against the bare statements. */
export async function answerSave(): Promise<Shown[]> {
  return inFolder(async (folder) => {
    const { server, url } = await startPostgres(join(folder, 'postgres'), ['synchronous_commit=on']);
    const started: OwnProcess[] = [];
    try {
      for (const name of ['ours', 'bare']) await server.createDatabase(name);
      const own = async (name: string) =>
        fill(openPostgres(`${url}/${name}`), { people: 4_000, answered: 21 });
      const [oursQueue, bareQueue] = [await own('ours'), await own('bare')];
      const ours = await startServer(await freePort(), {
        DATABASE_URL: `${url}/ours`,
        SECRET_KEY,
        TRUST_PROXY: 'true',
      });
      started.push(ours);
      const bare = await startServer(
        await freePort(),
        { DATABASE_URL: `${url}/bare` },
        'tests/bench/save/bare-fastify.ts',
      );
      started.push(bare);
      const single = await alternate(
        rounds,
        () => sendAnswers(ours.url, oursQueue),
        () => sendAnswers(bare.url, bareQueue),
      );
      const reference = 'bare Fastify + pg';
      return [
        metric(
          { name: 'answer-save', unit: 'req/s', reference, target: 0.6, better: 'more' },
          by(single, 'perSecond'),
        ),
        metric(
          { name: 'answer-save-p99', unit: 'ms', reference, target: 2.5, better: 'less' },
          by(single, 'p99'),
        ),
      ];
    } finally {
      await Promise.all(started.map((one) => one.kill()));
      await server.stop();
    }
  });
}

/** Offline queues of 50 answers, each of a phone that sends for the first time, against the bare statements in a loop. */
export async function syncBatch(): Promise<Shown[]> {
  return inFolder(async (folder) => {
    const { server, url } = await startPostgres(join(folder, 'postgres'), ['synchronous_commit=on']);
    const started: OwnProcess[] = [];
    try {
      for (const name of ['ours', 'bare']) await server.createDatabase(name);
      const queue = await fill(openPostgres(`${url}/ours`), { people: 20_000, answered: 0 });
      const rawQueue = await fill(openPostgres(`${url}/bare`), { people: 2_000, answered: 21 });
      const ours = await startServer(await freePort(), {
        DATABASE_URL: `${url}/ours`,
        SECRET_KEY,
        TRUST_PROXY: 'true',
      });
      started.push(ours);
      const raw = new OwnProcess('tests/bench/save/raw-loop.ts', { DATABASE_URL: `${url}/bare` });
      started.push(raw);
      await heard(raw);
      const figures = await alternate(
        rounds,
        () => sendAnswers(ours.url, { ...queue, answersEach: 1 }, { batch: 50 }),
        () => rawRound(raw, rawQueue.waiting),
      );
      const reference = 'bare statements, no HTTP';
      return [
        metric(
          { name: 'sync-batch', unit: 'rows/s', reference, target: 0.6, better: 'more' },
          by(figures, 'perSecond'),
        ),
      ];
    } finally {
      await Promise.all(started.map((one) => one.kill()));
      await server.stop();
    }
  });
}

/** One answer through the real server on the embedded database against PGlite in process. */
export async function answerSaveEmbedded(): Promise<Shown[]> {
  return inFolder(async (folder) => {
    const people = { people: 1_500, answered: 21 };
    const [oursFolder, rawFolder] = [join(folder, 'ours'), join(folder, 'raw')];
    const queue = await fill(await openEmbedded(oursFolder), people);
    const rawQueue = await fill(await openEmbedded(rawFolder), people);
    const started: OwnProcess[] = [];
    try {
      const ours = await startServer(await freePort(), {
        DATA_FOLDER: oursFolder,
        SECRET_KEY,
        TRUST_PROXY: 'true',
      });
      started.push(ours);
      const raw = new OwnProcess('tests/bench/save/raw-loop.ts', { DATA_FOLDER: join(rawFolder, 'pglite') });
      started.push(raw);
      await heard(raw);
      const figures = await alternate(
        rounds,
        () => sendAnswers(ours.url, queue),
        () => rawRound(raw, rawQueue.waiting),
      );
      const about = {
        name: 'answer-save-embedded',
        unit: 'req/s',
        reference: 'PGlite in process',
        target: 0.5,
      };
      return [metric({ ...about, better: 'more' }, by(figures, 'perSecond'))];
    } finally {
      await Promise.all(started.map((one) => one.kill()));
    }
  });
}

async function fill(opened: Opened, people: { people: number; answered: number }): Promise<Queue> {
  const districts = [{ code: district, name: 'Hettstedt' }];
  try {
    await migrate(opened.db);
    await saveSite(opened.db, {
      id: siteId,
      name: 'Hettstedt',
      demo: false,
      languages: ['de', 'ar'],
      districts,
    });
    return { waiting: await populate(opened.db, SECRET_KEY, people), answersEach: 40 };
  } finally {
    await opened.close();
  }
}

async function rawRound(raw: OwnProcess, walkers: readonly Walker[]): Promise<{ perSecond: number }> {
  raw.child.send({ seconds: 3, walkers: walkers.map(({ responseId }) => ({ responseId })) });
  const said = await heard(raw);
  if (said && typeof said === 'object' && 'perSecond' in said) return { perSecond: Number(said.perSecond) };
  throw new Error('The raw loop said nothing');
}

async function heard(raw: OwnProcess): Promise<unknown> {
  const ended = raw.ended().then(() => Promise.reject(new Error(`The raw loop ended:\n${raw.output}`)));
  const [said]: unknown[] = await Promise.race([once(raw.child, 'message'), ended]);
  return said;
}

function by<K extends string>(
  { ours, theirs }: { ours: Record<K, number>[]; theirs: Record<K, number>[] },
  key: K,
) {
  return { ours: ours.map((round) => round[key]), theirs: theirs.map((round) => round[key]) };
}

async function inFolder<T>(happen: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-bench-'));
  return happen(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
