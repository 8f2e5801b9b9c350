import { interviewsEndpoints } from '@kannwas/schema/interviews';
import type { Manner } from '@kannwas/schema/survey/events';
import { Consent } from '@kannwas/schema/survey/questions/kinds';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { sendPart } from '../http/part.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { requireKnownDistricts, saveEvents } from '../survey/events.ts';
import { settleConsents } from '../survey/mine/settle.ts';
import { hearRecording } from '../survey/recordings/store.ts';
import { closeInterview, listCases, readInterview, requireForAdvice } from './store.ts';

/** A case worker never speaks as the newcomer: "self" and "with helper" are the newcomer's to say. */
const staffManners: readonly Manner[] = ['case-worker', 'document-seen', 'with-interpreter'];

export function interviewsRoutes(app: FastifyInstance, doorway: Doorway, db: Db): void {
  route(app, doorway, interviewsEndpoints.list, ({ params, querystring }) =>
    listCases(db, params.siteId, querystring),
  );

  route(app, doorway, interviewsEndpoints.read, ({ actor, params }) =>
    readInterview(db, params, actor.staffId),
  );

  route(app, doorway, interviewsEndpoints.answer, async ({ actor, params, body }) => {
    if (!body.events.every((event) => staffManners.includes(event.manner))) {
      throw new ProblemError('invalid', [{ path: 'events.manner', code: 'invalid_value' }]);
    }
    // A yes to a purpose is the newcomer's own to give; that they take it back may be written down for them.
    if (body.events.some(({ value }) => Consent.safeParse(value).data?.given === true)) {
      throw new ProblemError('invalid', [{ path: 'events.value', code: 'ownConsent' }]);
    }
    await requireForAdvice(db, params);
    await requireKnownDistricts(db, params.siteId, body.events);
    const received = await saveEvents(db, { ...params, staffId: actor.staffId }, body.events);
    await settleConsents(db, params, body.events);
    return received;
  });

  route(app, doorway, recordingsEndpoints.hear, async ({ actor, params, request, reply }) => {
    await requireForAdvice(db, params);
    const { bytes, type } = await hearRecording(db, params, actor.staffId);
    return sendPart(request, reply.type(type).header('cache-control', 'private, no-store'), bytes);
  });

  route(app, doorway, interviewsEndpoints.close, async ({ actor, params, body }) => ({
    status: await closeInterview(db, params, { staffId: actor.staffId, closed: body.closed }),
  }));
}
