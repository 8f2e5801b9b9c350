import * as z from 'zod/mini';
import { SiteId, Uuid } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { soundTypes } from '../languages.ts';
import { roles } from '../rights.ts';
import { Contact } from './contact.ts';
import { Response, ResponseParams } from './endpoints.ts';
import { SlotName } from './events.ts';
import { Passport } from './passports.ts';

/** What the staff can do with a response that its owner shall know of. */
export const lookActions = ['read', 'hear', 'contact', 'close', 'reopen'] as const;

/** That somebody of the staff looked: the part they play, not their name. */
export const Look = z.strictObject({
  at: z.iso.datetime(),
  action: z.enum(lookActions),
  role: z.enum(roles),
});
export type Look = z.infer<typeof Look>;

/** What a person keeps after everything about them is gone; it leads back to nothing. */
export const ErasureReceipt = z.strictObject({
  number: z.string().check(z.regex(/^\d{12}$/)),
  erasedAt: z.iso.datetime(),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

/** Everything that is kept about a person, to take along. */
export const Copy = z.strictObject({
  madeAt: z.iso.datetime(),
  site: z.strictObject({ id: SiteId, name: z.string() }),
  response: Response,
  /** The events folded: what stands now, question by question. */
  answers: z.record(z.string(), z.unknown()),
  /** The same in words of the own language. */
  statements: z.array(
    z.strictObject({
      question: SlotName,
      label: z.string(),
      text: z.nullable(z.string()),
      /** `own`: the own word; `conversation`: written down by the advice team; `seen`: a document was seen. */
      level: z.enum(['own', 'conversation', 'seen']),
    }),
  ),
  passports: z.array(Passport),
  recordings: z.array(
    z.strictObject({
      recordingId: Uuid,
      type: z.enum(soundTypes),
      milliseconds: z.int(),
      receivedAt: z.iso.datetime(),
      base64: z.string(),
    }),
  ),
  contact: z.nullable(Contact),
  looks: z.array(Look),
});
export type Copy = z.infer<typeof Copy>;

export const mineEndpoints = {
  looks: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/looks',
    may: 'code',
    summary: 'Who of the staff looked at this response and when, newest first: their part, not their name.',
    schema: { params: ResponseParams, response: { 200: z.strictObject({ looks: z.array(Look) }) } },
  },
  copy: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/copy',
    may: 'code',
    summary:
      'Everything that is kept about the person, as one file: answers, events, papers, recordings, and who looked.',
    schema: { params: ResponseParams, response: { 200: Copy } },
  },
  still: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/confirmation',
    may: 'code',
    summary: 'Whether the person is asked if their answers are still true.',
    schema: { params: ResponseParams, response: { 200: z.strictObject({ asked: z.boolean() }) } },
  },
  confirm: {
    method: 'PUT',
    url: '/api/sites/:siteId/responses/:responseId/confirmation',
    may: 'code',
    summary: 'Says that everything is still true.',
    schema: { params: ResponseParams, response: { 200: z.strictObject({ asked: z.boolean() }) } },
  },
  erase: {
    method: 'POST',
    url: '/api/sites/:siteId/responses/:responseId/erasure',
    may: 'code',
    summary:
      'Erases the response and everything that belongs to it, at once and for ever; asked again, it answers with the same receipt.',
    schema: {
      params: ResponseParams,
      body: z.strictObject({ everything: z.literal(true) }),
      response: { 200: ErasureReceipt },
    },
  },
} as const satisfies Record<string, Endpoint>;
