import { escoEndpoints } from '@kannwas/schema/esco';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../../db/database.ts';
import { type Doorway, route } from '../../route.ts';
import { escoLanguageOf, packedWords } from './packed.ts';
import { listGroupSkills } from './store.ts';

export function occupationsRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  const wordsOf = packedWords(db);
  route(app, doorway, escoEndpoints.words, async ({ params, request, reply }) => {
    const { words, brotli, etag } = await wordsOf(params.language);
    // A day old does no harm, and a phone without a network may use what it has.
    reply.header('etag', etag).header('cache-control', 'public, max-age=86400, stale-if-error=2592000');
    reply.header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (!/\bbr\b/.test(String(request.headers['accept-encoding']))) return { words };
    return reply.header('content-encoding', 'br').type('application/json; charset=utf-8').send(brotli);
  });
  route(app, doorway, escoEndpoints.skills, ({ params, querystring }) =>
    listGroupSkills(db, params.occupation, escoLanguageOf(querystring.language)),
  );
}
