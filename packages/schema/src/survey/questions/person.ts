import * as z from 'zod/mini';
import { CountryCode, DistrictCode } from '../../codes.ts';
import { ownWords, Year } from './kinds.ts';

/** Module 1: the person. Country of education, not of origin: it explains a certificate and nothing else. */
export const person = z.object({
  callName: ownWords(60),
  birthYear: Year,
  gender: z.enum(['female', 'male', 'diverse']),
  educationCountry: CountryCode,
  /** The highest that was finished, with or without papers: ISCED 2011 levels 0, 1, 2, 3 general, 3–5 vocational, 5–8. */
  education: z.enum(['none', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'academic']),
  district: DistrictCode,
  arrivalYear: Year,
});
