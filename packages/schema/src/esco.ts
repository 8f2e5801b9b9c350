import * as z from 'zod/mini';
import { Language, OccupationCode, SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';

/** A skill that ESCO names for occupations of a unit group. */
export const GroupSkill = z.strictObject({
  name: z.string(),
  /** The language of the name: ESCO lacks most of ours, and not every one is imported. */
  language: z.string(),
  kind: z.nullable(z.enum(['skill', 'knowledge'])),
  /** So many of the occupations of the unit group need it; so many may. */
  essential: z.int(),
  optional: z.int(),
});
export type GroupSkill = z.infer<typeof GroupSkill>;

/** What imported reference lists add to our own catalogue; it works without them. */
export const escoEndpoints = {
  words: {
    method: 'GET',
    url: '/api/languages/:language/words',
    may: 'anyone',
    summary:
      'More words that lead to an ISCO-08 unit group, from imported lists; none when none are imported.',
    schema: {
      params: z.strictObject({ language: Language }),
      response: {
        200: z.strictObject({
          /** By unit group, with spaces between them. */
          words: z.record(OccupationCode, z.string()),
        }),
      },
    },
  },
  skills: {
    method: 'GET',
    url: '/api/sites/:siteId/occupations/:occupation/skills',
    may: 'interview.read',
    summary: 'Skills that ESCO names for the occupations of an ISCO-08 unit group, the commonest first.',
    schema: {
      params: z.strictObject({ siteId: SiteId, occupation: OccupationCode }),
      querystring: z.strictObject({ language: Language }),
      response: {
        200: z.strictObject({
          /** How many occupations ESCO tells apart in the unit group. */
          occupations: z.int(),
          skills: z.array(GroupSkill),
        }),
      },
    },
  },
} as const satisfies Record<string, Endpoint>;
