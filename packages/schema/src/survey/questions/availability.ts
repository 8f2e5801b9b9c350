import * as z from 'zod/mini';
import { ownWords, someOf } from './kinds.ts';

/** Module 11: what the person could begin, and under which conditions. */
export const availability = z.object({
  availableFor: someOf(['work', 'training', 'language-course', 'recognition', 'study', 'not-now']),
  hours: z.enum(['full-time', 'part-time', 'few-hours', 'unsure']),
  shifts: someOf(['early', 'day', 'late', 'night', 'weekend']),
  mobility: someOf(['foot', 'bike', 'bus-and-train', 'car']),
  childcareNeeded: z.enum(['yes', 'no', 'unsure']),
  consider: ownWords(500),
});

/** Module 12: where the person wants to be, and what would help. */
export const wishes = z.object({
  goal: z.enum([
    'my-occupation',
    'any-work',
    'training',
    'study',
    'german',
    'own-business',
    'at-home',
    'other',
    'unsure',
  ]),
  helpMost: someOf(
    [
      'language-course',
      'recognition',
      'finding-work',
      'training',
      'childcare',
      'housing',
      'transport',
      'computer',
      'contacts',
      'advice',
      'nothing',
    ],
    3,
  ),
});
