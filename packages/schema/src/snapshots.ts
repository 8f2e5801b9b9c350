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

/** The highest education that was finished: ISCED 2011 levels 0–1, 2–3 general, 3–5 vocational, 5–8 academic. */
export const educations = ['basic', 'school', 'vocational', 'academic'] as const;
export const Education = z.enum(educations);
export type Education = z.infer<typeof Education>;

/** Years of work or life experience in the occupation. */
export const experiences = ['under-3', '3-10', 'over-10'] as const;
export const Experience = z.enum(experiences);
export type Experience = z.infer<typeof Experience>;

/** What somebody may drive, valid in Germany or not yet: classes B; C, CE; D, DE; forklift. */
export const licences = ['car', 'truck', 'bus', 'forklift'] as const;
export const Licence = z.enum(licences);
export type Licence = z.infer<typeof Licence>;

export const genders = ['female', 'male', 'diverse'] as const;
export const Gender = z.enum(genders);
export type Gender = z.infer<typeof Gender>;

export const ageBands = ['under-25', '25-44', '45-59', '60-and-over'] as const;
export const AgeBand = z.enum(ageBands);
export type AgeBand = z.infer<typeof AgeBand>;

/** A published state of the site: everything that is counted is counted on one. */
export const Epoch = z.strictObject({
  epoch: z.int().min(1),
  publishedAt: z.iso.datetime(),
});
export type Epoch = z.infer<typeof Epoch>;

/** How far a publication has come, in people. */
export const Progress = z.strictObject({ done: z.int(), of: z.int() });
export type Progress = z.infer<typeof Progress>;

const params = z.strictObject({ siteId: SiteId });

export const snapshotsEndpoints = {
  list: {
    method: 'GET',
    url: '/api/sites/:siteId/snapshots',
    may: 'snapshot.list',
    summary: 'The epochs that were published, newest first, and the one being published now, if any.',
    schema: {
      params,
      response: { 200: z.strictObject({ epochs: z.array(Epoch), running: Progress.nullable() }) },
    },
  },
  publish: {
    method: 'POST',
    url: '/api/sites/:siteId/snapshots',
    may: 'snapshot.publish',
    summary:
      'Publishes a new epoch: what was submitted and may be published, coarsened, without a way back. Goes on where an interrupted publication stopped.',
    schema: { params, response: { 200: Epoch } },
  },
} as const satisfies Record<string, Endpoint>;
