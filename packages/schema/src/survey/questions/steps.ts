import * as z from 'zod/mini';

/** What a person ticks off the list of next steps (decision 0028): asked on no page, kept like every other answer. */
export const steps = z.object({
  stepDone: z.enum(['done']),
});
