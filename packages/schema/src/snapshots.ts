import * as z from 'zod';
import { SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';

/** What employers may learn of a person, each in the coarsest useful form. Order is from low to high where there is one. */
export const germanLevels = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] as const;
export const GermanLevel = z.enum(germanLevels);
export type GermanLevel = z.infer<typeof GermanLevel>;

export const availabilities = ['work', 'training', 'course', 'later'] as const;
export const Availability = z.enum(availabilities);
export type Availability = z.infer<typeof Availability>;

export const ageBands = ['under-25', '25-44', '45-59', '60-and-over'] as const;
export const AgeBand = z.enum(ageBands);
export type AgeBand = z.infer<typeof AgeBand>;

/** A published state of the site: everything that is counted is counted on one. */
export const Epoch = z.strictObject({
  epoch: z.int().min(1),
  publishedAt: z.iso.datetime(),
});
export type Epoch = z.infer<typeof Epoch>;

const params = z.strictObject({ siteId: SiteId });

export const snapshotsEndpoints = {
  list: {
    method: 'GET',
    url: '/api/sites/:siteId/snapshots',
    may: 'snapshot.list',
    summary: 'The epochs that were published, newest first.',
    schema: { params, response: { 200: z.strictObject({ epochs: z.array(Epoch) }) } },
  },
  publish: {
    method: 'POST',
    url: '/api/sites/:siteId/snapshots',
    may: 'snapshot.publish',
    summary: 'Publishes a new epoch: what was submitted and may be published, coarsened, without a way back.',
    schema: { params, response: { 200: Epoch } },
  },
} as const satisfies Record<string, Endpoint>;
