import { PGlite } from '@electric-sql/pglite';
import type { NewEvent } from '@kannwas/schema/survey/events';
import pg from 'pg';
import { folding, foldingValues, keeping, keepingValues } from './bare.ts';
import { nextEvent, siteId, type Walker } from './crowd.ts';

// The limit of the database: the same two statements in a loop, without HTTP, without checks. PostgreSQL over 16
// connections, as pgbench does it; PGlite in process, where there is only one.
type Order = { seconds: number; walkers: { responseId: string; seen: [] }[] };
type Save = (responseId: string, event: NewEvent) => Promise<unknown>;

const savers = process.env.DATABASE_URL ? await overPostgres(process.env.DATABASE_URL) : [await onPglite()];

process.on('message', async ({ seconds, walkers }: Order) => {
  const until = performance.now() + seconds * 1000;
  const begun = performance.now();
  const loops = savers.map(async (save, place) => {
    let saved = 0;
    for (let turn = place; performance.now() < until; turn += savers.length) {
      const { responseId } = walkers[turn % walkers.length] ?? { responseId: '' };
      const walker: Walker = { responseId, headers: {}, turn, seen: new Map() };
      // The phone's event has no value that the schema does not allow; only its type is wider.
      await save(responseId, nextEvent(walker) as NewEvent);
      saved += 1;
    }
    return saved;
  });
  const saved = await Promise.all(loops);
  const total = saved.reduce((sum, number) => sum + number, 0);
  process.send?.({ perSecond: total / ((performance.now() - begun) / 1000) });
});
process.send?.({ ready: true });

async function overPostgres(url: string): Promise<Save[]> {
  return Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return async (responseId: string, event: NewEvent) => {
        await client.query('begin');
        await client.query(folding, foldingValues(siteId, responseId, event));
        await client.query(keeping, keepingValues(siteId, responseId, event));
        await client.query('commit');
      };
    }),
  );
}

async function onPglite(): Promise<Save> {
  const pglite = await PGlite.create(process.env.DATA_FOLDER ?? '');
  return (responseId, event) =>
    pglite.transaction(async (tx) => {
      // PGlite wants JSON as values, pg as text.
      await tx.query(folding, foldingValues(siteId, responseId, event));
      await tx.query(keeping, keepingValues(siteId, responseId, event));
    });
}
