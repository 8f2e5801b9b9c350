import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { ownManners } from '@kannwas/schema/survey/events';
import { isForStaff } from '@kannwas/schema/survey/journey';
import { passportsEndpoints } from '@kannwas/schema/survey/passports';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { takeBytesOnly } from '../http/intake.ts';
import { sendPart } from '../http/part.ts';
import type { Limits } from '../limits.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { codeHash } from '../secrets.ts';
import { requireKnownDistricts, saveEvents } from './events.ts';
import { settleConsents } from './mine/settle.ts';
import { checkPassport, listPassports, withdrawPassport } from './passports/store.ts';
import { readRecording } from './recordings/read.ts';
import { getOwnRecording, saveRecording } from './recordings/store.ts';
import { findByCode, getResponse, startResponse, submitResponse } from './store.ts';

export function surveyRoutes(app: FastifyInstance, doorway: Doorway, db: Db, limits: Limits): void {
  const hash = (code: string) => codeHash(doorway.secrets, code);

  route(
    app,
    doorway,
    surveyEndpoints.start,
    async ({ params: { siteId }, body }) => {
      await startResponse(db, { siteId, responseId: body.id }, hash(body.code), body.language);
      return { responseId: body.id };
    },
    { rateLimit: { max: limits.starts, timeWindow: '1 minute' } },
  );

  // Guesses spread over many addresses meet this one; nobody who comes back does, at so few a minute.
  const allCodes = app.createRateLimit({
    max: limits.allCodes,
    timeWindow: '1 minute',
    keyGenerator: () => 'codes of everybody',
  });
  route(
    app,
    doorway,
    surveyEndpoints.reopen,
    async ({ request, reply, body }) => {
      const bound = await allCodes(request);
      if (!bound.isAllowed && bound.isExceeded) {
        reply.header('retry-after', bound.ttlInSeconds);
        throw new ProblemError('tooManyRequests');
      }
      const found = await findByCode(db, hash(body.code));
      if (!found) throw new ProblemError('wrongCode');
      return found;
    },
    { rateLimit: { max: limits.codes, timeWindow: '1 minute' } },
  );

  route(app, doorway, surveyEndpoints.read, ({ params, codeHash }) => getResponse(db, params, codeHash));

  route(app, doorway, surveyEndpoints.answer, async ({ params, body, codeHash }) => {
    if (!body.events.every((event) => ownManners.includes(event.manner))) {
      throw new ProblemError('invalid', [{ path: 'events.manner', code: 'invalid_value' }]);
    }
    if (body.events.some((event) => isForStaff(event.question))) {
      throw new ProblemError('invalid', [{ path: 'events.question', code: 'invalid_value' }]);
    }
    await requireKnownDistricts(db, params.siteId, body.events);
    const received = await saveEvents(db, { ...params, codeHash }, body.events);
    await settleConsents(db, params, body.events);
    return received;
  });

  void app.register(async (within) => {
    takeBytesOnly(within);
    route(within, doorway, recordingsEndpoints.keep, async ({ params, body, codeHash, request }) => {
      const recording = readRecording(body, request.headers['content-digest']);
      await saveRecording(db, params, codeHash, recording);
      return { received: params.recordingId };
    });
  });

  route(app, doorway, recordingsEndpoints.own, async ({ params, codeHash, request, reply }) => {
    const { bytes, type } = await getOwnRecording(db, params, codeHash);
    return sendPart(request, reply.type(type).header('cache-control', 'private, no-store'), bytes);
  });

  route(app, doorway, passportsEndpoints.list, async ({ params, codeHash }) => ({
    passports: await listPassports(db, params, codeHash),
  }));

  route(app, doorway, passportsEndpoints.withdraw, async ({ params, codeHash }) => ({
    withdrawnAt: await withdrawPassport(db, params, codeHash),
  }));

  route(app, doorway, passportsEndpoints.check, ({ params: { token }, reply }) => {
    reply.header('cache-control', 'no-store');
    return checkPassport(db, token);
  });

  route(app, doorway, surveyEndpoints.submit, ({ params, codeHash }) => submitResponse(db, params, codeHash));
}
