import * as z from 'zod/mini';
import { Language, SiteId, Uuid } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { AnswerEvent, NewEvent, SlotName } from './events.ts';
import { ResponseCode } from './written/code.ts';

export const ResponseParams = z.strictObject({ siteId: SiteId, responseId: Uuid });

export const ResponseStatus = z.enum(['open', 'submitted', 'closed']);
export type ResponseStatus = z.infer<typeof ResponseStatus>;

/** A response as its owner or a case worker reads it. */
export const Response = z.strictObject({
  siteId: SiteId,
  responseId: Uuid,
  status: ResponseStatus,
  language: Language,
  startedAt: z.iso.datetime(),
  submittedAt: z.nullable(z.iso.datetime()),
  /** Shown after submitting; says nothing about the person. */
  receipt: z.nullable(z.string()),
  events: z.array(AnswerEvent),
});
export type Response = z.infer<typeof Response>;

/** At most so many answers travel at once; a long offline queue takes several turns. */
export const mostEvents = 100;

export const NewEvents = z.strictObject({
  events: z.array(NewEvent).check(z.minLength(1), z.maxLength(mostEvents)),
});

/** Which events are safe on the server, and which questions now wait for a decision. */
export const Received = z.strictObject({ received: z.array(Uuid), conflicts: z.array(SlotName) });
export type Received = z.infer<typeof Received>;

export const surveyEndpoints = {
  start: {
    method: 'POST',
    url: '/api/sites/:siteId/responses',
    may: 'anyone',
    summary: 'Starts a response under an id and a code made on the device; sending it twice is harmless.',
    schema: {
      params: z.strictObject({ siteId: SiteId }),
      body: z.strictObject({ id: Uuid, code: ResponseCode, language: Language }),
      response: { 200: z.strictObject({ responseId: Uuid }) },
    },
  },
  reopen: {
    method: 'POST',
    url: '/api/responses/reopen',
    may: 'anyone',
    summary: 'Finds a response by its code, on another device.',
    schema: {
      body: z.strictObject({ code: ResponseCode }),
      response: { 200: z.strictObject({ siteId: SiteId, responseId: Uuid }) },
    },
  },
  read: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId',
    may: 'code',
    summary: 'Everything that was said in a response, event by event.',
    schema: { params: ResponseParams, response: { 200: Response } },
  },
  answer: {
    method: 'POST',
    url: '/api/sites/:siteId/responses/:responseId/events',
    may: 'code',
    summary: 'Keeps answers; the same event sent twice is kept once.',
    schema: { params: ResponseParams, body: NewEvents, response: { 200: Received } },
  },
  submit: {
    method: 'POST',
    url: '/api/sites/:siteId/responses/:responseId/submission',
    may: 'code',
    summary: 'Hands the response in; it can still be corrected afterwards.',
    schema: {
      params: ResponseParams,
      response: { 200: z.strictObject({ receipt: z.string(), submittedAt: z.iso.datetime() }) },
    },
  },
} as const satisfies Record<string, Endpoint>;
