import * as z from 'zod';
import { DistrictCode, OccupationGroup, SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { Availability, Epoch, GermanLevel } from './snapshots.ts';

/** A count that went through disclosure control; `protect` in packages/disclosure is its only maker. */
export const SafeCount = z.int().brand<'SafeCount', 'inout'>();
export type SafeCount = z.infer<typeof SafeCount>;

/** A published count; null reads "<10" and stands for 0 to 9: empty and small look alike. */
export const Published = SafeCount.nullable();
export type Published = z.infer<typeof Published>;

export const poolDimensions = ['occupation', 'district', 'german', 'availability'] as const;
export const groupings = ['occupation', 'district'] as const;
export const Grouping = z.enum(groupings);
export type Grouping = z.infer<typeof Grouping>;

/** The closed grammar: conditions joined by AND, one code each; at most two groupings. */
export const PoolQuery = z.strictObject({
  /** ISCO-08 sub-major group. */
  occupation: z.optional(OccupationGroup),
  district: z.optional(DistrictCode),
  /** At least this level. */
  german: GermanLevel.optional(),
  availability: Availability.optional(),
  /** Which dimensions are spread out: `occupation`, `district`, or `occupation,district`. */
  by: z
    .string()
    .transform((list) => list.split(',').filter((name) => name !== ''))
    .pipe(
      z
        .array(Grouping)
        .max(2)
        .refine((names) => new Set(names).size === names.length),
    )
    .default([]),
});
export type PoolQuery = z.infer<typeof PoolQuery>;

export const PoolRow = z.strictObject({
  occupation: z.optional(OccupationGroup),
  district: z.optional(DistrictCode),
  count: Published,
});
export type PoolRow = z.infer<typeof PoolRow>;

export const PoolTable = z.strictObject({ epoch: Epoch, total: Published, rows: z.array(PoolRow) });
export type PoolTable = z.infer<typeof PoolTable>;

export const poolEndpoints = {
  ask: {
    method: 'GET',
    url: '/api/sites/:siteId/pool',
    may: 'pool.ask',
    summary: 'How many people of the last published epoch fit; protected counts only.',
    schema: {
      params: z.strictObject({ siteId: SiteId }),
      querystring: PoolQuery,
      response: { 200: PoolTable },
    },
  },
} as const satisfies Record<string, Endpoint>;
