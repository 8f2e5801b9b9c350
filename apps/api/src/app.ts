import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { Layers } from '@kannwas/disclosure/layers';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { makeAuth } from './accounts/auth.ts';
import { refuseForeignPages } from './accounts/origin.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { findActor } from './accounts/store.ts';
import type { Config } from './config.ts';
import type { Opened } from './db/open.ts';
import { gapsRoutes } from './gaps/routes.ts';
import { healthRoutes } from './http/health.ts';
import { answerGarbage, takeJsonOnly } from './http/intake.ts';
import { describeApi } from './http/openapi.ts';
import { interviewsRoutes } from './interviews/routes.ts';
import { occupationsRoutes } from './languages/occupations/routes.ts';
import { languagesRoutes } from './languages/routes.ts';
import { type Limits, limits as usualLimits } from './limits.ts';
import { offersRoutes } from './offers/routes.ts';
import { makePool } from './pool/ask.ts';
import { type Engine, makeEngine } from './pool/engine/engine.ts';
import { poolRoutes } from './pool/routes.ts';
import { makeRulesOf } from './pool/rules.ts';
import { answerProblem, ProblemError } from './problem.ts';
import type { Doorway } from './route.ts';
import type { Secrets } from './secrets.ts';
import { sitesRoutes } from './sites/routes.ts';
import { snapshotsRoutes } from './snapshots/routes.ts';
import { contactRoutes } from './survey/contact/routes.ts';
import { mineRoutes } from './survey/mine/routes.ts';
import { surveyRoutes } from './survey/routes.ts';

export type AppOptions = {
  opened: Omit<Opened, 'close'>;
  secrets: Secrets;
  config: Pick<Config, 'CORS_ORIGINS' | 'PUBLIC_URL' | 'TRUST_PROXY'>;
  logger?: FastifyServerOptions['logger'];
  limits?: Limits;
  /** What answers questions of the pool; usually this process, reading the same database. */
  engine?: Engine;
  /** What the time is, where something is too old; tests move it. */
  now?: () => Date;
  /** Only tests take layers of the protection away. */
  layers?: Layers;
};

/** Builds the API: the rooms, and what all of them share. Listens to nothing yet. */
export async function buildApp({
  opened,
  secrets,
  config,
  logger = false,
  limits = usualLimits,
  engine,
  now = () => new Date(),
  layers,
}: AppOptions): Promise<FastifyInstance> {
  const { db } = opened;
  const app = Fastify({
    logger,
    // One proxy, the nearest: what stands before its own entry in X-Forwarded-For anybody may have written.
    trustProxy: config.TRUST_PROXY && ((_, hop) => hop === 0),
    bodyLimit: 1_048_576,
    // A phone on a bad network may be slow, but a half-sent request does not hold its place for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
    // Addresses that are no addresses are refused before there is a route whose error handler could be asked.
    frameworkErrors: answerProblem,
    clientErrorHandler: answerGarbage,
  });
  takeJsonOnly(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => answerProblem(new ProblemError('notFound'), request, reply));

  await app.register(helmet, {
    // For browsers that can no longer show these pages.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
  });
  const methods = ['GET', 'POST', 'PUT', 'DELETE'];
  await app.register(cors, { origin: [...config.CORS_ORIGINS], credentials: true, methods, maxAge: 600 });
  await app.register(rateLimit, { max: limits.requests, timeWindow: '1 minute' });
  // An embedded database works in this very thread, and what it does for one request is no flood of them.
  const maxEventLoopDelay = opened.engine === 'pglite' ? 0 : limits.delay;
  await app.register(underPressure, { maxEventLoopDelay, exposeStatusRoute: false });
  await describeApi(app);

  refuseForeignPages(app, config);
  const auth = makeAuth(db, secrets, config);
  const doorway: Doorway = { secrets, findActor: (request) => findActor(db, auth, request.headers) };
  healthRoutes(app, db);
  accountsRoutes(app, doorway, { db, auth, limits: limits.signIn });
  sitesRoutes(app, doorway, db);
  surveyRoutes(app, doorway, { db, limits, publicUrl: config.PUBLIC_URL });
  mineRoutes(app, doorway, { db, now });
  contactRoutes(app, doorway, db);
  interviewsRoutes(app, doorway, { db, limits, publicUrl: config.PUBLIC_URL, now });
  const rulesOf = makeRulesOf(secrets, layers);
  snapshotsRoutes(app, doorway, { opened, secrets, rulesOf, limits: limits.publishing, now });
  const pool = makePool({
    db,
    engine: engine ?? makeEngine({ reading: opened.reading, rulesOf }),
    rulesOf,
    epochDays: limits.publishing.days,
  });
  poolRoutes(app, doorway, pool);
  gapsRoutes(app, doorway, { db, pool });
  offersRoutes(app, doorway, db);
  await languagesRoutes(app, doorway, db);
  occupationsRoutes(app, doorway, db);
  return app;
}
