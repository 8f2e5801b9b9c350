import { SiteId } from '@kannwas/schema/codes';
import type { Checked, Endpoint, Gate, Returned } from '@kannwas/schema/endpoint';
import { ResponseCode } from '@kannwas/schema/survey/written/code';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  RouteShorthandOptions,
} from 'fastify';
import { type Actor, requireCan } from './actor.ts';
import { ProblemError } from './problem.ts';
import { codeHash, type Secrets } from './secrets.ts';

/** What every room needs to put its lines of the contract on the air. */
export type Doorway = {
  secrets: Secrets;
  /** Who is signed in with the cookies of this request, or whose token it bears. */
  findActor: (request: FastifyRequest) => Promise<Actor | undefined>;
};

/** What a handler knows about its caller, by the gate of the endpoint. */
type Caller<G extends Gate> = G extends 'code'
  ? { codeHash: string }
  : G extends 'anyone'
    ? unknown
    : { actor: Actor };

export type Call<E extends Endpoint> = Checked<E> &
  Caller<E['may']> & { request: FastifyRequest; reply: FastifyReply };

/**
 * Puts one line of the contract on the air: the gate is opened before the body is even looked at, input is checked,
 * the answer is checked too. A handler is what remains: load and do. What is no JSON (a file, or "not modified") it sends
 * itself, and returns the reply.
 */
export function route<const E extends Endpoint>(
  app: FastifyInstance,
  { secrets, findActor }: Doorway,
  endpoint: E,
  handle: (call: Call<E>) => Promise<Returned<E> | FastifyReply>,
  config: RouteShorthandOptions['config'] = {},
): void {
  const callers = new WeakMap<FastifyRequest, object>();
  const pass = async (request: FastifyRequest) => {
    if (endpoint.may === 'anyone') return;
    if (endpoint.may === 'code') callers.set(request, { codeHash: codeHash(secrets, bearerCode(request)) });
    else {
      const actor = await findActor(request);
      if (!actor) throw new ProblemError('signInNeeded');
      requireCan(actor, endpoint.may, siteOf(request));
      callers.set(request, { actor });
    }
  };
  app.route({
    method: endpoint.method,
    url: endpoint.url,
    schema: describe(endpoint),
    config,
    onRequest: pass,
    handler: async (request, reply) => {
      const { params, query, body } = request;
      // What somebody said about themselves stays in no cache of a browser.
      if (endpoint.may === 'code') reply.header('cache-control', 'no-store');
      const call: object = { params, querystring: query, body, request, reply, ...callers.get(request) };
      // Fastify has checked the three parts by the schemas of this very endpoint.
      return handle(call as Call<E>);
    },
  });
}

/** What the page of the API says of an endpoint; its input and its answer are checked by the same schemas. */
const describe = ({ schema, summary, produces, consumes }: Endpoint): FastifySchema => ({
  ...schema,
  summary,
  ...(consumes && { consumes }),
  ...(produces && { produces }),
});

function bearerCode(request: FastifyRequest): string {
  const [, typed = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const code = ResponseCode.safeParse(typed);
  if (!code.success) throw new ProblemError('wrongCode');
  return code.data;
}

function siteOf(request: FastifyRequest): string {
  const params = request.params;
  const siteId = params && typeof params === 'object' && 'siteId' in params ? params.siteId : undefined;
  const checked = SiteId.safeParse(siteId);
  if (!checked.success) throw new ProblemError('notFound');
  return checked.data;
}
