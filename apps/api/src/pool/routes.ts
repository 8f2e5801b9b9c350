import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { FastifyInstance } from 'fastify';
import { type Actor, organisationAt } from '../actor.ts';
import { type Doorway, route } from '../route.ts';
import { askPool, type Pool } from './ask.ts';
import type { Asker } from './log/store.ts';

export function poolRoutes(app: FastifyInstance, doorway: Doorway, pool: Pool): void {
  route(
    app,
    doorway,
    poolEndpoints.ask,
    async ({ actor, params, querystring }) =>
      (await askPool(pool, askerAt(actor, params.siteId), querystring)).table,
  );
}

function askerAt(actor: Actor, siteId: string): Asker {
  return { siteId, staffId: actor.staffId, organisation: organisationAt(actor, siteId) };
}
