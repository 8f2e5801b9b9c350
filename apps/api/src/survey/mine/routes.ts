import { mineEndpoints } from '@kannwas/schema/survey/mine';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../../db/database.ts';
import { type Doorway, route } from '../../route.ts';
import { requireOwn } from '../store.ts';
import { makeCopy } from './copy.ts';
import { eraseOwn } from './erase.ts';
import { listLooks } from './store.ts';

export function mineRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, mineEndpoints.looks, async ({ params, codeHash }) => {
    await requireOwn(db, params, codeHash);
    return { looks: await listLooks(db, params) };
  });

  route(app, doorway, mineEndpoints.copy, async ({ params, codeHash, reply }) => {
    const copy = await makeCopy(db, params, codeHash);
    reply.header('content-disposition', 'attachment; filename="my-data.json"');
    reply.header('cache-control', 'private, no-store');
    return copy;
  });

  route(app, doorway, mineEndpoints.erase, ({ params, codeHash }) =>
    eraseOwn(db, doorway.secrets, params, codeHash),
  );
}
