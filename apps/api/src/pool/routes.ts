import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { FastifyInstance } from 'fastify';
import { type Actor, organisationAt } from '../actor.ts';
import { isKnown } from '../http/etag.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { findLastEpoch } from '../snapshots/store.ts';
import { listAlarms } from './alarms/store.ts';
import { askPool, budgetOf, type Pool, placesOfEpoch } from './ask.ts';
import { etagOf } from './etag.ts';
import { exportTable } from './export/export.ts';
import { historyOf } from './history/history.ts';
import { type Asker, listAskedBy } from './log/store.ts';
import { readQuestion, textOf } from './question.ts';
import { reportSaved } from './saved/report.ts';
import { deleteSearch, saveSearch } from './saved/store.ts';

export function poolRoutes(app: FastifyInstance, doorway: Doorway, pool: Pool): void {
  const { db } = pool;

  route(
    app,
    doorway,
    poolEndpoints.ask,
    async ({ actor, params: { siteId }, querystring, request, reply }) => {
      const { epoch, table } = await askPool(pool, askerAt(actor, siteId), querystring);
      const etag = etagOf(doorway.secrets, { siteId, epoch, question: textOf(querystring) });
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      return isKnown(etag, request.headers['if-none-match']) ? reply.code(304).send() : table;
    },
  );

  route(app, doorway, poolEndpoints.export, async ({ actor, params: { siteId }, querystring, reply }) => {
    const { format, language, ...query } = querystring;
    const { file, type, name } = await exportTable(pool, askerAt(actor, siteId), { query, format, language });
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-cache')
      .send(file);
  });

  route(app, doorway, poolEndpoints.places, async ({ params: { siteId } }) => {
    const epoch = await findLastEpoch(db, siteId);
    if (!epoch) throw new ProblemError('noSnapshotYet');
    return { places: await placesOfEpoch(pool, siteId, epoch) };
  });

  route(app, doorway, poolEndpoints.history, async ({ actor, params: { siteId }, querystring }) => ({
    history: await historyOf(pool, askerAt(actor, siteId), querystring),
  }));

  route(app, doorway, poolEndpoints.budget, ({ actor, params: { siteId } }) =>
    budgetOf(pool, askerAt(actor, siteId)),
  );

  route(app, doorway, poolEndpoints.asked, async ({ actor, params: { siteId } }) => ({
    asked: await listAskedBy(db, askerAt(actor, siteId)),
  }));

  route(app, doorway, poolEndpoints.saved, async ({ actor, params: { siteId } }) => ({
    saved: await reportSaved(pool, askerAt(actor, siteId)),
  }));

  route(app, doorway, poolEndpoints.save, async ({ actor, params: { siteId }, body }) => {
    const question = textOf(getQuestion(body.question));
    await saveSearch(db, askerAt(actor, siteId), { ...body, question });
    return { saved: true };
  });

  route(app, doorway, poolEndpoints.forget, async ({ actor, params: { siteId, searchId } }) => {
    await deleteSearch(db, askerAt(actor, siteId), searchId);
    return { removed: true };
  });

  route(app, doorway, poolEndpoints.alarms, async ({ params: { siteId } }) => {
    const epoch = await findLastEpoch(db, siteId);
    return { alarms: epoch ? await listAlarms(db, siteId, epoch.epoch) : [] };
  });
}

/** @throws ProblemError invalid */
function getQuestion(text: string): PoolQuery {
  const query = readQuestion(text);
  if (!query) throw new ProblemError('invalid', [{ path: 'question', code: 'invalid_value' }]);
  return query;
}

function askerAt(actor: Actor, siteId: string): Asker {
  return { siteId, staffId: actor.staffId, organisation: organisationAt(actor, siteId) };
}
