import { interviewsEndpoints } from '@kannwas/schema/interviews';
import { contactEndpoints } from '@kannwas/schema/survey/contact';
import type { Manner } from '@kannwas/schema/survey/events';
import { passportsEndpoints } from '@kannwas/schema/survey/passports';
import { Consent } from '@kannwas/schema/survey/questions/kinds';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { addressOf } from '../http/address.ts';
import { sendPart } from '../http/part.ts';
import type { Limits } from '../limits.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { openContact } from '../survey/contact/store.ts';
import { requireKnownDistricts, saveEvents } from '../survey/events.ts';
import { settleConsents } from '../survey/mine/settle.ts';
import { makePassport, sendPassport } from '../survey/passports/make.ts';
import { hearRecording } from '../survey/recordings/store.ts';
import { closeInterview, listCases, readForPassport, readInterview, requireForAdvice } from './store.ts';

/** A case worker never speaks as the newcomer: "self" and "with helper" are the newcomer's to say. */
const staffManners: readonly Manner[] = ['case-worker', 'document-seen', 'with-interpreter'];

type About = { db: Db; limits: Limits; publicUrl: string | undefined; now: () => Date };

export function interviewsRoutes(
  app: FastifyInstance,
  doorway: Doorway,
  { db, limits, publicUrl, now }: About,
): void {
  route(app, doorway, interviewsEndpoints.list, ({ params, querystring }) =>
    listCases(db, params.siteId, querystring, now()),
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

  route(
    app,
    doorway,
    passportsEndpoints.makeFor,
    async ({ actor, params, body, request, reply }) => {
      const address = publicUrl ?? addressOf(request);
      const paper = await db.transaction().execute(async (tx) => {
        const response = await readForPassport(tx, params, actor.staffId);
        return makePassport(tx, response, { ...body, address });
      });
      return sendPassport(reply, body.form, paper);
    },
    { rateLimit: { max: limits.papers, timeWindow: '1 minute' } },
  );

  route(app, doorway, contactEndpoints.open, async ({ actor, params, reply }) => {
    await requireForAdvice(db, params);
    reply.header('cache-control', 'private, no-store');
    return { contact: await openContact(db, doorway.secrets, params, actor.staffId) };
  });

  route(app, doorway, interviewsEndpoints.close, async ({ actor, params, body }) => ({
    status: await closeInterview(db, params, { staffId: actor.staffId, closed: body.closed }),
  }));
}
