import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { FastifyInstance } from 'fastify';
import { type Doorway, route } from '../route.ts';
import { askPool, type Pool } from './ask.ts';

export function poolRoutes(app: FastifyInstance, doorway: Doorway, pool: Pool): void {
  route(
    app,
    doorway,
    poolEndpoints.ask,
    async ({ params, querystring }) => (await askPool(pool, params.siteId, querystring)).table,
  );
}
