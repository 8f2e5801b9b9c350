import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { type Doorway, route } from '../route.ts';
import { publish } from './publish.ts';
import { listEpochs } from './store.ts';

export function snapshotsRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, snapshotsEndpoints.list, async ({ params }) => ({
    epochs: await listEpochs(db, params.siteId),
  }));

  route(app, doorway, snapshotsEndpoints.publish, ({ params }) =>
    publish(db, doorway.secrets, params.siteId),
  );
}
