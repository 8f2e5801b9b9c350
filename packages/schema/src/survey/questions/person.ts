import * as z from 'zod/mini';
import { DistrictCode } from '../../codes.ts';
import { ownWords, Year } from './kinds.ts';

/** Modules 1 and 2: the person, and whether they may work. Nothing about the asylum case. */
export const person = z.object({
  callName: ownWords(60),
  birthYear: Year,
  gender: z.enum(['female', 'male', 'diverse']),
  district: DistrictCode,
  arrivalYear: Year,
  rightToWork: z.enum(['allowed', 'with-permission', 'not-now', 'unsure']),
});
