import * as z from 'zod/mini';
import { CountryCode, OccupationCode } from '../../codes.ts';
import { Year } from './kinds.ts';

/** Modules 7 and 9: one experience of work or life, and licences. Unpaid work is first-class: most women's skills are there. */
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
  /** Classes of FeV § 6, of any country: what a foreign licence allows in Germany is for the advice team to find out. */
  licences: z.array(z.enum(['B', 'C', 'CE', 'D', 'DE', 'forklift', 'other', 'none'])).check(z.minLength(1)),
});
