import { createHash } from 'node:crypto';
import { offersEndpoints } from '@kannwas/schema/offers';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { isKnown } from '../http/etag.ts';
import { type Doorway, route } from '../route.ts';
import { getSite } from '../sites/store.ts';
import { endOffer, listCurrent, listOffers, saveOffer } from './store.ts';

export function offersRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, offersEndpoints.current, async ({ params: { siteId }, request, reply }) => {
    await getSite(db, siteId);
    const offers = await listCurrent(db, siteId);
    const etag = `"${createHash('sha256').update(JSON.stringify(offers)).digest('base64url')}"`;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    return isKnown(etag, request.headers['if-none-match']) ? reply.code(304).send() : { offers };
  });

  route(app, doorway, offersEndpoints.list, async ({ params }) => ({
    offers: await listOffers(db, params.siteId),
  }));

  route(app, doorway, offersEndpoints.save, async ({ actor, params, body }) => {
    await getSite(db, params.siteId);
    return saveOffer(db, { ...params, staffId: actor.staffId }, body);
  });

  route(app, doorway, offersEndpoints.end, ({ actor, params, body }) =>
    endOffer(db, { ...params, staffId: actor.staffId }, body.ended),
  );
}
