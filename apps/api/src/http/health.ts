import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** For the operator's monitor: `/healthz` says that the process answers, `/readyz` that the database does too. */
export function healthRoutes(app: FastifyInstance, db: Db): void {
  const options = { schema: { hide: true }, config: { rateLimit: false as const } };
  app.get('/healthz', options, async () => ({ status: 'ok' }));
  app.get('/readyz', options, async () => {
    await sql`select 1 from snapshot limit 1`.execute(db).catch(() => {
      throw new ProblemError('overloaded');
    });
    return { status: 'ready' };
  });
}
