import { sitesEndpoints } from '@kannwas/schema/sites';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { type Doorway, route } from '../route.ts';
import { listSites } from './store.ts';

export function sitesRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, sitesEndpoints.list, async () => ({ sites: await listSites(db) }));
}
