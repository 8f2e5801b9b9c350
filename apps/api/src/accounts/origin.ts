import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { ProblemError } from '../problem.ts';
import { sessionCookie } from './auth.ts';

type Known = Pick<Config, 'CORS_ORIGINS' | 'PUBLIC_URL'>;

/**
 * Refuses changes that another web page makes with the session of somebody's browser, beside SameSite=Lax. Browsers
 * send Origin with every such request, so with a session it has to be there; without one, only a foreign page is
 * refused (it could sign somebody in as somebody else).
 * @throws ProblemError notAllowed
 */
export function refuseForeignPages(app: FastifyInstance, config: Known): void {
  const own = new Set(config.CORS_ORIGINS.concat(config.PUBLIC_URL ?? []).map((url) => new URL(url).origin));
  app.addHook('onRequest', async (request) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    const { origin, cookie = '' } = request.headers;
    if (origin === undefined && !cookie.includes(sessionCookie)) return;
    if (!isOwn(request, origin ?? '', own)) throw new ProblemError('notAllowed');
  });
}

function isOwn(request: FastifyRequest, origin: string, own: ReadonlySet<string>): boolean {
  if (own.has(origin)) return true;
  const url = URL.parse(origin);
  return url !== null && url.host === request.host;
}
