import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Db } from '../../db/database.ts';
import { healthRoutes } from '../../http/health.ts';
import { takeJsonOnly } from '../../http/intake.ts';
import { answerProblem, ProblemError } from '../../problem.ts';
import type { Secrets } from '../../secrets.ts';
import type { Answered } from '../engine/answer.ts';
import type { Engine } from '../engine/engine.ts';
import { answerUrl, Wanted } from './contract.ts';
import { isProcessKey } from './key.ts';

type Options = { engine: Engine; db: Db; secrets: Secrets; logger?: FastifyServerOptions['logger'] };

/**
 * The pool as a process of its own: it answers the API, and nobody else. It reads published epochs and can do nothing
 * beside; who asks, and how much of it, the API has weighed.
 */
export function buildPoolProcess({ engine, db, secrets, logger = false }: Options): FastifyInstance {
  const app = Fastify({ logger, bodyLimit: 10_000, requestTimeout: 30_000 });
  takeJsonOnly(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => answerProblem(new ProblemError('notFound'), request, reply));
  healthRoutes(app, db);
  app.post<{ Body: Wanted }>(answerUrl, {
    schema: { body: Wanted },
    onRequest: async ({ headers }) => {
      if (!isProcessKey(secrets, headers.authorization)) throw new ProblemError('notAllowed');
    },
    handler: ({ body }): Promise<Answered> => answerOf(engine, body),
  });
  return app;
}

function answerOf(engine: Engine, wanted: Wanted): Promise<Answered> {
  if (wanted.table === 'question') return engine.answer(wanted.siteId, wanted.query);
  return wanted.table === 'board' ? engine.answerBoard(wanted.siteId) : engine.answerCoverage(wanted.siteId);
}
