import * as z from 'zod/mini';
import { Language, Uuid } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { ResponseParams } from './endpoints.ts';

/** One page without a name, for an employer; or everything, for an adviser. */
export const passportForms = ['short', 'long'] as const;
export const PassportForm = z.enum(passportForms);
export type PassportForm = z.infer<typeof PassportForm>;

/** What stands in the QR code: 128 random bits, base64url. */
export const PassportToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** A paper that somebody took along. What was on it is not kept. */
export const Passport = z.strictObject({
  passportId: Uuid,
  form: PassportForm,
  issuedAt: z.iso.datetime(),
  withdrawnAt: z.nullable(z.iso.datetime()),
});
export type Passport = z.infer<typeof Passport>;

/** What a paper in hand is worth; of one that is unknown or withdrawn nothing else is told. */
export const PassportState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('genuine'), issuedOn: z.iso.date() }),
  z.strictObject({ state: z.enum(['withdrawn', 'unknown']) }),
]);
export type PassportState = z.infer<typeof PassportState>;

const wanted = z.strictObject({ form: PassportForm, language: Language });
const pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const passportsEndpoints = {
  make: {
    method: 'POST',
    url: '/api/sites/:siteId/responses/:responseId/passports',
    may: 'code',
    summary: 'Makes a paper of what was said, in the language wanted and in German, as PDF.',
    produces: ['application/pdf'],
    schema: { params: ResponseParams, body: wanted, response: { 200: pdf } },
  },
  makeFor: {
    method: 'POST',
    url: '/api/sites/:siteId/interviews/:responseId/passports',
    may: 'interview.read',
    summary: 'Makes a paper for somebody who is being advised; it is written to the audit log.',
    produces: ['application/pdf'],
    schema: { params: ResponseParams, body: wanted, response: { 200: pdf } },
  },
  list: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/passports',
    may: 'code',
    summary: 'The papers that were made from a response, newest first.',
    schema: {
      params: ResponseParams,
      response: { 200: z.strictObject({ passports: z.array(Passport) }) },
    },
  },
  withdraw: {
    method: 'POST',
    url: '/api/sites/:siteId/responses/:responseId/passports/:passportId/withdrawal',
    may: 'code',
    summary: 'Withdraws one paper: from now on its check page says so. Doing it twice keeps the first time.',
    schema: {
      params: z.extend(ResponseParams, { passportId: Uuid }),
      response: { 200: z.strictObject({ withdrawnAt: z.iso.datetime() }) },
    },
  },
  check: {
    method: 'GET',
    url: '/api/passports/:token',
    may: 'anyone',
    summary:
      'Tells whoever holds a paper whether it is genuine and still stands, and nothing of what is on it.',
    schema: { params: z.strictObject({ token: PassportToken }), response: { 200: PassportState } },
  },
} as const satisfies Record<string, Endpoint>;
