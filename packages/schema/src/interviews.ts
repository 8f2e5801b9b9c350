import * as z from 'zod';
import { Language, SiteId, Uuid } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { NewEvents, Received, Response, ResponseParams, ResponseStatus } from './survey/endpoints.ts';
import { SlotName } from './survey/events.ts';

/** One line of the caseload. */
export const Case = z.strictObject({
  responseId: Uuid,
  callName: z.string().nullable(),
  birthYear: z.int().nullable(),
  language: Language,
  status: ResponseStatus,
  answered: z.int(),
  asked: z.int(),
  conflicts: z.array(SlotName),
  /** Nobody has confirmed it for so long that the person is asked whether it is still true. */
  askAgain: z.boolean(),
  changedAt: z.iso.datetime(),
});
export type Case = z.infer<typeof Case>;

export const caseFilters = ['all', 'open', 'submitted', 'conflicts', 'closed'] as const;

export const CaseloadQuery = z.strictObject({
  filter: z.enum(caseFilters).default('all'),
  /** Part of a call name, or a year of birth. */
  search: z.string().trim().max(60).default(''),
  /** The changedAt and id of the last line seen: `2026-11-22T10:00:00.000Z~0190…`. */
  after: z.string().max(80).optional(),
});
export type CaseloadQuery = z.infer<typeof CaseloadQuery>;

export const interviewsEndpoints = {
  list: {
    method: 'GET',
    url: '/api/sites/:siteId/interviews',
    may: 'interview.list',
    summary: 'The caseload of the site, last changed first, 50 lines at a time.',
    schema: {
      params: z.strictObject({ siteId: SiteId }),
      querystring: CaseloadQuery,
      response: {
        200: z.strictObject({ cases: z.array(Case), more: z.string().nullable() }),
      },
    },
  },
  read: {
    method: 'GET',
    url: '/api/sites/:siteId/interviews/:responseId',
    may: 'interview.read',
    summary: 'One response with all its events; the reading itself is written to the audit log.',
    schema: { params: ResponseParams, response: { 200: Response } },
  },
  answer: {
    method: 'POST',
    url: '/api/sites/:siteId/interviews/:responseId/events',
    may: 'interview.answer',
    summary: 'Adds answers of an interview beside what the newcomer said; nothing is overwritten.',
    schema: { params: ResponseParams, body: NewEvents, response: { 200: Received } },
  },
  close: {
    method: 'PUT',
    url: '/api/sites/:siteId/interviews/:responseId/closing',
    may: 'interview.close',
    summary:
      'Closes a response (moved away, kept twice) or opens it again; a closed one takes no answers and is not published.',
    schema: {
      params: ResponseParams,
      body: z.strictObject({ closed: z.boolean() }),
      response: { 200: z.strictObject({ status: ResponseStatus }) },
    },
  },
} as const satisfies Record<string, Endpoint>;
