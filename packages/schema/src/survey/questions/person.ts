import * as z from 'zod/mini';
import { CountryCode, DistrictCode } from '../../codes.ts';
import { ownWords, Year } from './kinds.ts';

/** Module 1: the person. Country of education, not of origin: it explains a certificate and nothing else. */
export const person = z.object({
  callName: ownWords(60),
  birthYear: Year,
  gender: z.enum(['female', 'male', 'diverse']),
  educationCountry: CountryCode,
  district: DistrictCode,
  arrivalYear: Year,
});
