import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { type Doorway, route } from '../route.ts';
import { askPool } from './ask.ts';

export function poolRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, poolEndpoints.ask, ({ params: { siteId }, querystring }) =>
    askPool({ db, secrets: doorway.secrets, siteId }, querystring),
  );
}
