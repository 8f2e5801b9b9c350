import * as z from 'zod/mini';
import { ownWords } from './kinds.ts';

/** Module 11: what the person could begin, and under which conditions. */
export const availability = z.object({
  availableFor: z
    .array(z.enum(['work', 'training', 'language-course', 'recognition', 'study', 'not-now']))
    .check(z.minLength(1)),
  hours: z.enum(['full-time', 'part-time', 'few-hours', 'unsure']),
  shifts: z.array(z.enum(['early', 'day', 'late', 'night', 'weekend'])).check(z.minLength(1)),
  mobility: z.array(z.enum(['foot', 'bike', 'bus-and-train', 'car'])).check(z.minLength(1)),
  childcareNeeded: z.enum(['yes', 'no', 'unsure']),
  consider: ownWords(500),
});
