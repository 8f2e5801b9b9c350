import { rungOf } from '@kannwas/catalogue/schooling/ladders';
import type { AgeBand, Availability, Education, Experience, Licence } from '@kannwas/schema/snapshots';
import type { Said } from '@kannwas/schema/survey/questions';

// How coarse an answer becomes before it is published: assumptions of ours, each in a table of its own.

export const educationByFinished = {
  none: 'basic',
  primary: 'basic',
  'lower-secondary': 'school',
  'upper-secondary': 'school',
  vocational: 'vocational',
  academic: 'academic',
} as const satisfies Record<Said<'education'>, Education>;

/** ISCED 2011 as the rung knows it; levels 3 to 5 are vocational where they teach an occupation. */
export function educationOfRung(code: string): Education | undefined {
  const rung = rungOf(code);
  if (!rung) return undefined;
  if (rung.isced >= 6) return 'academic';
  if (rung.isced >= 3 && rung.orientation === 'vocational') return 'vocational';
  if (rung.isced === 5) return 'academic';
  return rung.isced >= 2 ? 'school' : 'basic';
}

export const finished = (result: Said<'trainingResult'> | undefined) =>
  result === 'with-paper' || result === 'without-paper';

export const educationByTraining: Partial<Record<Said<'trainingKind'>, Education>> = {
  apprenticeship: 'vocational',
  'vocational-school': 'vocational',
  college: 'vocational',
  university: 'academic',
};

const licenceByClass: Partial<Record<Said<'licences'>[number], Licence>> = {
  B: 'car',
  BE: 'car',
  C1: 'truck',
  C1E: 'truck',
  C: 'truck',
  CE: 'truck',
  D1: 'bus',
  D1E: 'bus',
  D: 'bus',
  DE: 'bus',
  forklift: 'forklift',
};

/** Sorted; what the pool does not ask about ("another", "none") leaves nothing. */
export function licencesOf(held: Said<'licences'>): Licence[] {
  return [...new Set(held.flatMap((one) => licenceByClass[one] ?? []))].toSorted();
}

export const experienceByDuration = {
  'under-1': 'under-3',
  '1-2': 'under-3',
  '3-5': '3-10',
  '6-10': '3-10',
  'over-10': 'over-10',
} as const satisfies Record<Said<'experienceDuration'>, Experience>;

const availabilityByChoice = {
  work: 'work',
  training: 'training',
  study: 'training',
  'language-course': 'course',
  recognition: 'course',
  'not-now': 'later',
} as const satisfies Record<Said<'availableFor'>[number], Availability>;

/** Sorted, so that the order of ticking is not published. */
export function availabilitiesOf(chosen: Said<'availableFor'>): Availability[] {
  return [...new Set(chosen.map((choice) => availabilityByChoice[choice]))].toSorted();
}

export function ageBandOf(age: number): AgeBand {
  if (age < 25) return 'under-25';
  if (age < 45) return '25-44';
  return age < 60 ? '45-59' : '60-and-over';
}
