import * as z from 'zod/mini';
import { DistrictCode, Language, SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';

/** A municipality, or several that plan together. */
export const Site = z.strictObject({
  id: SiteId,
  name: z.string(),
  /** Synthetic people only; the web says so on every page. */
  demo: z.boolean(),
  languages: z.array(Language),
  districts: z.array(z.strictObject({ code: DistrictCode, name: z.string() })),
  /** Said when a site is founded: after so many months people are asked whether their answers are still true. */
  confirmAfterMonths: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
});
export type Site = z.infer<typeof Site>;

export const sitesEndpoints = {
  list: {
    method: 'GET',
    url: '/api/sites',
    may: 'anyone',
    summary: 'The sites of this instance.',
    schema: { response: { 200: z.strictObject({ sites: z.array(Site) }) } },
  },
} as const satisfies Record<string, Endpoint>;
