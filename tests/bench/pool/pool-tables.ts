import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { openPostgres } from '@kannwas/api/db/open';
import { bytesOf } from '@kannwas/api/pool/columns/columns';
import { loadColumns } from '@kannwas/api/pool/columns/load';
import { type Engine, makeEngine } from '@kannwas/api/pool/engine/engine';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import pg from 'pg';
import { startPostgres } from '../../support/databases.ts';
import { alternate, limit, metric, type Shown } from '../rounds.ts';
import { normalise, plainSql } from './normalised.ts';
import { publishPeople, siteId } from './population.ts';
import { questions } from './questions.ts';

const clients = 4;
const isLarge = process.argv.includes('--large');
/** Plain SQL takes minutes for ten million people; fewer questions then. */
const [people, rounds, asked] = isLarge ? [10_000_000, 3, 24] : [1_000_000, 5, 60];

/** Protected tables against the plain SQL of the same questions, both by four clients at once. */
export async function poolTables(): Promise<Shown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-bench-'));
  const { server, url } = await startPostgres(join(folder, 'postgres'), [
    'shared_buffers=1GB',
    'work_mem=64MB',
  ]);
  try {
    await server.createDatabase('pool');
    return await measure(`${url}/pool`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(url: string): Promise<Shown[]> {
  const opened = openPostgres(url);
  const plain = new pg.Pool({ connectionString: url, max: clients });
  // Stopping the server ends connections that are just being closed.
  plain.on('error', () => {});
  try {
    await fill(url, opened);
    const begun = performance.now();
    const loaded = await loadColumns(opened, { siteId, epoch: 1 });
    const seconds = (performance.now() - begun) / 1000;
    const bytes = loaded ? bytesOf(loaded.columns) / loaded.columns.people : Number.NaN;

    const secrets = deriveSecrets(randomBytes(32));
    const engine = makeEngine({ reading: opened, rulesOf: makeRulesOf(secrets) });
    const [ours, theirs] = [questions(), questions()];
    const figures = await alternate(
      rounds,
      () => ask(take(ours), (query) => engine.answer(siteId, query)),
      () => ask(take(theirs), (query) => plain.query(plainSql(query))),
    );
    const again = await repeat(engine);
    const millions = people / 1_000_000;
    const about = { unit: 'ms', better: 'less' } as const;
    return [
      metric({ ...about, name: 'pool', reference: 'normalised SQL, p95', target: 0.5 }, figures),
      limit({ ...about, name: 'pool-repeated', reference: 'fixed, p95', target: 1 }, again, 5),
      limit(
        { name: 'pool-bytes', unit: 'B a person', reference: 'fixed', target: 1, better: 'less' },
        [bytes],
        64,
      ),
      limit(
        { name: 'pool-load', unit: 's', reference: '5 s a million', target: 1, better: 'less' },
        [seconds],
        5 * millions,
      ),
    ];
  } finally {
    await plain.end();
    await opened.close();
  }
}

async function fill(url: string, { db }: ReturnType<typeof openPostgres>): Promise<void> {
  await migrate(db);
  const districts = [{ code: '15', name: 'Sachsen-Anhalt' }];
  await saveSite(db, { id: siteId, name: 'Hettstedt', demo: false, languages: ['de'], districts });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await publishPeople(client, people);
  await normalise(client);
  await client.query('checkpoint');
  await client.end();
}

function take(from: Generator<PoolQuery>): PoolQuery[] {
  return Array.from({ length: asked }, () => from.next().value);
}

/** Puts questions by several clients, each as soon as its last one is answered. @returns p95 in milliseconds */
async function ask(queries: PoolQuery[], answer: (query: PoolQuery) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const waiting = queries.values();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const query of waiting) {
        const begun = performance.now();
        await answer(query);
        times.push(performance.now() - begun);
      }
    }),
  );
  if (process.env.SHOW)
    console.log(
      times
        .toSorted((a, b) => a - b)
        .filter((_, i) => i % 8 === 7)
        .map((t) => t.toFixed(0))
        .join(' '),
    );
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function repeat(engine: Engine): Promise<number[]> {
  const queries = take(questions());
  await ask(queries, (query) => engine.answer(siteId, query));
  const again: number[] = [];
  for (let round = 0; round < rounds; round++)
    again.push(await ask(queries, (query) => engine.answer(siteId, query)));
  return again;
}
