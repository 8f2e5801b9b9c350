import * as z from 'zod/mini';
import { Language, SiteId } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { Response, ResponseParams } from './endpoints.ts';
import { SlotName } from './events.ts';
import { Passport } from './passports.ts';

/** The forms in which people take their answers to other programs. */
export const copyKinds = ['europass', 'json-resume', 'plain'] as const;
export const CopyKind = z.enum(copyKinds);
export type CopyKind = z.infer<typeof CopyKind>;

/** Everything that is kept about somebody's answers: as events, and as they stand, in words. */
export const PlainCopy = z.strictObject({
  format: z.literal('kannwas/1'),
  madeAt: z.iso.datetime(),
  site: z.strictObject({ id: SiteId, name: z.string() }),
  language: Language,
  answers: z.array(
    z.strictObject({
      question: SlotName,
      label: z.string(),
      value: z.json(),
      text: z.nullable(z.string()),
      /** `own`: the own word; `conversation`: written down by the advice team; `seen`: a document was seen. */
      level: z.enum(['own', 'conversation', 'seen']),
    }),
  ),
  response: Response,
  passports: z.array(Passport),
});
export type PlainCopy = z.infer<typeof PlainCopy>;

export const copiesEndpoints = {
  get: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/copies/:copy',
    may: 'code',
    summary:
      'The answers as a file: Europass JSON 3.4, JSON Resume 1, both in German, or everything that is kept, in the own language.',
    schema: {
      params: z.extend(ResponseParams, { copy: CopyKind }),
      response: { 200: z.looseObject({}) },
    },
  },
} as const satisfies Record<string, Endpoint>;
