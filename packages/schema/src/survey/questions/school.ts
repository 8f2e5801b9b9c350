import * as z from 'zod/mini';
import { CountryCode, OccupationCode, RungCode } from '../../codes.ts';
import { someOf } from './kinds.ts';

/** Where a certificate is now. */
const whereIsIt = z.enum(['with-me', 'at-home', 'lost', 'copy', 'none']);

/** Modules 4 and 5: school, and whatever was learned after it. Country of education, not of origin. */
export const school = z.object({
  everAtSchool: z.enum(['yes', 'no']),
  educationCountry: CountryCode,
  schoolYears: z.enum(['1-4', '5-6', '7-9', '10-11', '12-and-more']),
  /** The last one finished, of the schools of that country: the rung knows its ISCED 2011 level. */
  schoolRung: RungCode,
  /** The same, coarse, for whoever wants to be quick: ISCED 2011 levels 0, 1, 2, 3 general, 3–5 vocational, 5–8. */
  education: z.enum(['none', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'academic']),
  schoolCertificate: whereIsIt,
  trainedAny: z.enum(['yes', 'no']),
  trainingKind: z.enum([
    'on-the-job',
    'apprenticeship',
    'vocational-school',
    'college',
    'university',
    'religious-school',
    'other',
  ]),
  /** Broad fields of ISCED-F 2013. */
  trainingField: z.enum(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', 'other']),
  trainingFor: OccupationCode,
  trainingCountry: CountryCode,
  trainingDuration: z.enum(['under-1', '1', '2', '3', '4', 'over-4']),
  trainingResult: z.enum(['with-paper', 'without-paper', 'not-finished', 'ongoing']),
  trainingDocument: whereIsIt,
  trainingRemoved: z.enum(['removed']),
});

/** Module 6: whether Germany has been asked what a certificate is worth. */
export const recognition = z.object({
  recognitionApplied: z.enum(['yes', 'no', 'unsure']),
  recognitionFor: OccupationCode,
  recognitionResult: z.enum(['equal', 'partly', 'not', 'ongoing', 'withdrawn']),
  recognitionWhyNot: someOf([
    'can-work-without',
    'no-added-value',
    'dont-know-how',
    'cost',
    'missing-documents',
    'takes-too-long',
    'no-chance',
    'other',
  ]),
});
