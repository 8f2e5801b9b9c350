import type { Said } from '@kannwas/schema/survey/questions';
import { type Random, type Weighted, weights } from './random.ts';

/** How much somebody learnt, as coarse as the sources tell it. */
export type Education = 'low' | 'middle' | 'high';

/** What people of an origin learnt: how many how much, and what they finished by it. In percent. */
export type Schooling = {
  education: readonly Weighted<Education>[];
  finished: Record<Education, readonly Weighted<Said<'education'>>[]>;
};

/** Ukraine, 25 to 59: 45 % academic, 28 % vocational, 27 % none or other (Destatis, Mikrozensus 2023). That the last
 * mostly finished school is an assumption: school there is long, and nearly everybody goes. */
export const asInUkraine: Schooling = {
  education: weights({ high: 45, middle: 28, low: 27 }),
  finished: {
    high: weights({ academic: 100 }),
    middle: weights({ vocational: 100 }),
    low: weights({ primary: 3, 'lower-secondary': 32, 'upper-secondary': 65 }),
  },
};

/** Asylum seekers of 2015: 25 % none or primary, 26 % middle or Fachschule, 46 % Gymnasium or university (IAB, Aktuelle Berichte 6/2016).
 * Gymnasium is not a degree: half of the last group counts as middle here, an assumption. */
export const asAmongAsylumSeekers: Schooling = {
  education: weights({ high: 23, middle: 49, low: 28 }),
  finished: {
    high: weights({ academic: 94, vocational: 6 }),
    middle: weights({ 'lower-secondary': 34, 'upper-secondary': 47, vocational: 19 }),
    low: weights({ none: 44, primary: 46, 'lower-secondary': 10 }),
  },
};

/** Engineers, doctors, pharmacists, teachers, and lawyers, by ISCO-08: nobody is one without a degree. */
const withDegree = /^(21|2211|2262|23|26)/;

type Learner = { schooling: Schooling; education: Education; age: number; occupation: string | undefined };

/** The age before which nobody here has a degree. */
export const graduation = 22;

/** The highest education that somebody finished; it fits their age, and what they worked as. */
export function finished(
  { pick }: Random,
  { schooling, education, age, occupation }: Learner,
): Said<'education'> {
  const highest = pick(schooling.finished[education]);
  if (withDegree.test(occupation ?? '')) return 'academic';
  return highest === 'academic' && age < graduation ? 'upper-secondary' : highest;
}
