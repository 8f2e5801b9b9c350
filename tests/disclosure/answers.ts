import type { Answers } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import type { Person } from './population.ts';

const yes = { given: true, version: consentVersion };
const ages = { 'under-25': 20, '25-44': 35, '45-59': 50, '60-and-over': 65 } as const;
const finished = {
  basic: 'primary',
  school: 'upper-secondary',
  vocational: 'vocational',
  academic: 'academic',
} as const;
const durations = { 'under-3': '1-2', '3-10': '3-5', 'over-10': 'over-10' } as const;
const open = { work: 'work', training: 'training', course: 'language-course', later: 'not-now' } as const;
const classes = { car: 'B', truck: 'C', bus: 'D', forklift: 'forklift' } as const;

/** What somebody of whom this is true says in the survey. */
export function answersOf(person: Person): Answers {
  const { german, licences } = person;
  return {
    consentPool: yes,
    consentStatistics: yes,
    birthYear: { year: new Date().getFullYear() - ages[person.age], about: false },
    gender: person.gender,
    district: person.district,
    education: finished[person.education],
    germanSpeaking: german === 'none' ? 'none' : 'well',
    ...(german === 'none' ? {} : { germanCertificate: german }),
    experienceKind: 'paid',
    experienceOccupation: person.occupation,
    experienceDuration: durations[person.experience],
    licences: licences.length === 0 ? ['none'] : licences.map((licence) => classes[licence]),
    availableFor: person.availability.map((what) => open[what]),
  };
}
