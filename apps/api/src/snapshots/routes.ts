import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import type { FastifyInstance } from 'fastify';
import { type Doorway, route } from '../route.ts';
import { type Press, progressOf, publish } from './publish.ts';
import { listEpochs } from './store.ts';

export function snapshotsRoutes(app: FastifyInstance, doorway: Doorway, press: Press): void {
  route(app, doorway, snapshotsEndpoints.list, async ({ params: { siteId } }) => ({
    epochs: await listEpochs(press.opened.db, siteId),
    running: await progressOf(press, siteId),
  }));

  route(app, doorway, snapshotsEndpoints.publish, ({ params }) => publish(press, params.siteId));
}
