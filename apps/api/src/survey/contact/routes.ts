import { contactEndpoints } from '@kannwas/schema/survey/contact';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../../db/database.ts';
import { type Doorway, route } from '../../route.ts';
import { requireOwn } from '../store.ts';
import { findContact, saveContact } from './store.ts';

export function contactRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  const { secrets } = doorway;

  route(app, doorway, contactEndpoints.own, async ({ params, codeHash, reply }) => {
    await requireOwn(db, params, codeHash);
    reply.header('cache-control', 'private, no-store');
    return { contact: await findContact(db, secrets, params) };
  });

  route(app, doorway, contactEndpoints.keep, async ({ params, codeHash, body }) => ({
    kept: await saveContact(db, secrets, params, { codeHash, contact: body }),
  }));
}
