import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { openPostgres } from '@kannwas/api/db/open';
import { makeResponse } from '@kannwas/api/demo/people/responses';
import { demoSite, placesOf } from '@kannwas/api/demo/site';
import { saveSite } from '@kannwas/api/sites/store';
import { sql } from 'kysely';
import { startPostgres } from '../../support/databases.ts';
import { OwnProcess } from '../../support/processes.ts';
import { limit, type Shown } from '../rounds.ts';

const million = 1_000_000;
/** So many different people; the others answered as one of them did. */
const kinds = 4_000;
const mebibyte = 2 ** 20;

/** Publishing a million people: how long, and how much memory above the columns. */
export async function publishMillion(): Promise<Shown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-bench-'));
  const { server, url } = await startPostgres(join(folder, 'postgres'), ['shared_buffers=1GB']);
  try {
    await server.createDatabase('publish');
    await fill(`${url}/publish`);
    const figures: Figures[] = [];
    // The first epoch, and a second with an earlier one to be compared with.
    for (let epoch = 1; epoch <= 2; epoch++) figures.push(await publishOnce(`${url}/publish`));
    const [seconds, above] = [figures.map((one) => one.seconds), figures.map((one) => one.above / mebibyte)];
    const about = { reference: 'fixed', target: 1, better: 'less' } as const;
    return [
      limit({ ...about, name: 'publish', unit: 's a million' }, seconds, 60),
      limit({ ...about, name: 'publish-memory', unit: 'MiB above columns' }, above, 512),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Figures = { seconds: number; above: number };

const secretKey = randomBytes(32).toString('hex');

/** In a process of its own, so that its memory is that of publishing. */
async function publishOnce(DATABASE_URL: string): Promise<Figures> {
  const publisher = new OwnProcess('tests/bench/pool/publisher.ts', { DATABASE_URL, SECRET_KEY: secretKey });
  const code = await publisher.ended(600_000);
  if (code !== 0) throw new Error(publisher.output);
  return JSON.parse(publisher.output.trim().split('\n').at(-1) ?? '');
}

export async function fill(url: string, people = million): Promise<void> {
  const { db, close } = openPostgres(url);
  await migrate(db);
  await saveSite(db, demoSite);
  const population = { seed: 'bench', districts: placesOf(demoSite), caseWorker: null };
  const answers = Array.from({ length: kinds }, (_, n) => makeResponse(population, n).folded.answers);
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`
      create temporary table kind on commit drop as
      select n, answers from jsonb_array_elements(${JSON.stringify(answers)}::jsonb) with ordinality as k (answers, n)`.execute(
      tx,
    );
    await sql`
      insert into response (site_id, response_id, code_hash, status, language, answers, heads, conflicts,
        started_at, changed_at, submitted_at, receipt)
      select ${demoSite.id}, gen_random_uuid(), 'bench ' || turn, 'submitted', 'ar', kind.answers, '{}', '[]',
        now() - interval '1 day', now() - interval '1 day', now() - interval '1 day', '00000000'
      from generate_series(1, ${people}::int) as turn join kind on kind.n = 1 + turn % ${kinds}::int`.execute(
      tx,
    );
  });
  await sql`vacuum analyze response`.execute(db);
  await close();
}
