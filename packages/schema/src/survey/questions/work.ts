import * as z from 'zod/mini';
import { CountryCode, OccupationCode } from '../../codes.ts';
import { Year } from './kinds.ts';

/** Module 7: one experience of work or life. Unpaid work comes first-class: it is where most women's skills are. */
export const work = z.object({
  experienceKind: z.enum([
    'paid',
    'own-business',
    'family-business',
    'unpaid-trainee',
    'household',
    'care',
    'volunteering',
    'none-yet',
  ]),
  experienceOccupation: OccupationCode,
  experienceCountry: CountryCode,
  experienceDuration: z.enum(['under-1', '1-2', '3-5', '6-10', 'over-10']),
  experienceLastYear: Year,
});
