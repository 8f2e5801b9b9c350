import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** Structured logs without a person in them: no address, no query, no id, only the route as it is written. */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    base: null,
    serializers: {
      req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url ?? 'unknown' }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}
