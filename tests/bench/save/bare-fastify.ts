import type { NewEvent } from '@kannwas/schema/survey/events';
import Fastify from 'fastify';
import pg from 'pg';
import { folding, foldingValues, keeping, keepingValues } from './bare.ts';

// The limit of the stack: Fastify and pg with the same two statements in a transaction of four round trips, and no
// check of anything. The same number of connections to the database as the real server has.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.CONNECTIONS ?? 10),
});
const app = Fastify();

app.get('/readyz', async () => ({ status: 'ready' }));
app.post<{ Params: { siteId: string; responseId: string }; Body: { events: NewEvent[] } }>(
  '/api/sites/:siteId/responses/:responseId/events',
  async ({ params: { siteId, responseId }, body: { events } }) => {
    const client = await pool.connect();
    try {
      for (const event of events) {
        await client.query('begin');
        await client.query(folding, foldingValues(siteId, responseId, event));
        await client.query(keeping, keepingValues(siteId, responseId, event));
        await client.query('commit');
      }
    } finally {
      client.release();
    }
    return { received: events.map(({ id }) => id), conflicts: [] };
  },
);
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
