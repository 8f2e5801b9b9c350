import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ResponseParams } from './endpoints.ts';

/** The forms in which people take their answers to other programs. */
export const copyKinds = ['europass', 'json-resume'] as const;
export const CopyKind = z.enum(copyKinds);
export type CopyKind = z.infer<typeof CopyKind>;

export const copiesEndpoints = {
  get: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/copies/:copy',
    may: 'code',
    summary: 'The answers as a file for other programs, in German: Europass JSON 3.4 or JSON Resume 1.',
    schema: {
      params: z.extend(ResponseParams, { copy: CopyKind }),
      response: { 200: z.looseObject({}) },
    },
  },
} as const satisfies Record<string, Endpoint>;
