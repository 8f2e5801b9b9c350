import { noticesEndpoints } from '@kannwas/schema/notices';
import { sitesEndpoints } from '@kannwas/schema/sites';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { type Doorway, route } from '../route.ts';
import { getSite, listSites, readNotice } from './store.ts';

export function sitesRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, sitesEndpoints.list, async () => ({ sites: await listSites(db) }));

  route(app, doorway, noticesEndpoints.read, async ({ params: { siteId } }) => {
    await getSite(db, siteId);
    return readNotice(db, siteId);
  });
}
