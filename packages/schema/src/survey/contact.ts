import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ResponseParams } from './endpoints.ts';

/** One line without control characters. */
const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Digits, at least five, and what people write between them. */
export const Phone = line(30).check(z.regex(/^\+?([\s()/.-]*\d){5,15}[\s()/.-]*$/));
export const Email = line(200).check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/));

/** How a person may be reached; each line may stay empty. It never stands among the answers. */
export const Contact = z.strictObject({
  name: z.nullable(line(100)),
  phone: z.nullable(Phone),
  email: z.nullable(Email),
});
export type Contact = z.infer<typeof Contact>;

const contact = z.strictObject({ contact: z.nullable(Contact) });

export const contactEndpoints = {
  own: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/contact',
    may: 'code',
    summary: 'How the person may be reached, for the person.',
    schema: { params: ResponseParams, response: { 200: contact } },
  },
  keep: {
    method: 'PUT',
    url: '/api/sites/:siteId/responses/:responseId/contact',
    may: 'code',
    summary:
      'Keeps, under a key of the person, how they may be reached; only with the consent to it. Three empty lines take it away.',
    schema: {
      params: ResponseParams,
      body: Contact,
      response: { 200: z.strictObject({ kept: z.boolean() }) },
    },
  },
  open: {
    method: 'GET',
    url: '/api/sites/:siteId/interviews/:responseId/contact',
    may: 'interview.contact',
    summary:
      'How the person may be reached, for the advice team; the opening is written to the audit log, and the person sees it.',
    schema: { params: ResponseParams, response: { 200: contact } },
  },
} as const satisfies Record<string, Endpoint>;
