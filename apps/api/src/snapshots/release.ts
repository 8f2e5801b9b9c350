import { type CountryGroup, countryGroup } from '@kannwas/catalogue/countries';
import { civilianGroups, groupOf, unitGroups } from '@kannwas/catalogue/occupations';
import type {
  AgeBand,
  Availability,
  Education,
  Experience,
  GermanLevel,
  Licence,
} from '@kannwas/schema/snapshots';
import { keepAsked } from '@kannwas/schema/survey/journey';
import { type Answers, type Question, type Said, said } from '@kannwas/schema/survey/questions';

/** Everything that a published epoch knows of a person. What a person did not say is absent. */
export type Released = {
  inPool: boolean;
  inCoverage: boolean;
  /** ISCO-08 unit groups, at most three. */
  occupations?: string[];
  district?: string;
  german?: GermanLevel;
  availability?: Availability[];
  education?: Education;
  experience?: Experience;
  licences?: Licence[];
  ageBand?: AgeBand;
  gender?: Said<'gender'>;
  countryGroup?: CountryGroup;
};

/** When and for which site: the year of publication turns a year of birth into an age band. */
export type Publication = { year: number; districts: ReadonlySet<string> };

type Rule<Q extends Question> = 'never' | ((said: Said<Q>, at: Publication) => Partial<Released>);

/** What of each answer may leave, and how coarse. A new question does not compile until this is decided for it. */
export const release = {
  listeningLanguages: 'never',
  accompaniment: 'never',
  consentResult: 'never',
  consentCounselling: 'never',
  consentPool: ({ given }) => ({ inPool: given }),
  consentStatistics: ({ given }) => ({ inCoverage: given }),
  consentContact: 'never',

  callName: 'never',
  birthYear: ({ year }, at) => ({ ageBand: ageBandOf(at.year - year) }),
  gender: (gender) => ({ gender }),
  educationCountry: (country) => maybe('countryGroup', countryGroup(country)),
  education: (finished) => ({ education: educationByFinished[finished] }),
  district: (code, { districts }) => (districts.has(code) ? { district: code } : {}),
  arrivalYear: 'never',

  motherTongue: 'never',
  motherTongueReading: 'never',
  schoolLanguage: 'never',
  germanSpeaking: (skill) => ({ german: levelBySkill[skill] }),
  germanReading: 'never',
  germanWriting: 'never',
  // Stands below speaking, because it outweighs it. C2 is too rare to be a level of its own.
  germanCertificate: (level) => (level === 'none' ? {} : { german: level === 'C2' ? 'C1' : level }),
  englishSpeaking: 'never',
  englishReading: 'never',
  englishWriting: 'never',
  otherLanguages: 'never',
  alphabets: 'never',

  experienceKind: 'never',
  experienceOccupation: (code) =>
    unitGroups.includes(code) && civilianGroups.includes(groupOf(code)) ? { occupations: [code] } : {},
  experienceCountry: 'never',
  experienceDuration: (duration) => ({ experience: experienceByDuration[duration] }),
  experienceLastYear: 'never',

  licences: (held) => ({ licences: licencesOf(held) }),

  availableFor: (chosen) => ({ availability: availabilitiesOf(chosen) }),
  hours: 'never',
  shifts: 'never',
  mobility: 'never',
  childcareNeeded: 'never',
  consider: 'never',
} satisfies { [Q in Question]: Rule<Q> };

/**
 * Coarsens one person, or leaves them out: without consent to the pool or to statistics nothing is released at all,
 * and without consent to the pool nothing about work. What is in conflict counts as not said, consents included.
 */
export function coarsen(
  person: { answers: Answers; conflicts: readonly Question[] },
  at: Publication,
): Released | undefined {
  const asked = keepAsked(person.answers);
  const released: Released = { inPool: false, inCoverage: false };
  for (const question of Object.keys(release) as Question[]) {
    if (!person.conflicts.includes(question)) Object.assign(released, releaseOne(question, asked, at));
  }
  if (released.inPool) return released;
  if (!released.inCoverage) return undefined;
  const { occupations, german, availability, education, experience, licences, ...forCoverage } = released;
  return forCoverage;
}

/** Without a rule nothing leaves; that one is missing is said once, by the table above. */
const rules: { [Q in Question]?: Rule<Q> } = release;

function releaseOne<Q extends Question>(question: Q, answers: Answers, at: Publication): Partial<Released> {
  const rule: Rule<Q> | undefined = rules[question];
  const what = said(answers, question);
  return rule === undefined || rule === 'never' || what === undefined ? {} : rule(what, at);
}

/**
 * An assumption of ours: where no certificate tells, speaking as the person judges it stands for a CEFR level, on the
 * cautious side (people who judge themselves often say one level too much). C1 is only for a certificate.
 */
const levelBySkill = {
  none: 'none',
  'a-little': 'A1',
  everyday: 'A2',
  well: 'B1',
  'very-well': 'B2',
} as const satisfies Record<Said<'germanSpeaking'>, GermanLevel>;

const educationByFinished = {
  none: 'basic',
  primary: 'basic',
  'lower-secondary': 'school',
  'upper-secondary': 'school',
  vocational: 'vocational',
  academic: 'academic',
} as const satisfies Record<Said<'education'>, Education>;

const licenceByClass: Partial<Record<Said<'licences'>[number], Licence>> = {
  B: 'car',
  C: 'truck',
  CE: 'truck',
  D: 'bus',
  DE: 'bus',
  forklift: 'forklift',
};

/** Sorted; what the pool does not ask about ("another", "none") leaves nothing. */
function licencesOf(held: Said<'licences'>): Licence[] {
  return [...new Set(held.flatMap((one) => licenceByClass[one] ?? []))].toSorted();
}

const experienceByDuration = {
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
function availabilitiesOf(chosen: Said<'availableFor'>): Availability[] {
  return [...new Set(chosen.map((choice) => availabilityByChoice[choice]))].toSorted();
}

function ageBandOf(age: number): AgeBand {
  if (age < 25) return 'under-25';
  if (age < 45) return '25-44';
  return age < 60 ? '45-59' : '60-and-over';
}

function maybe<K extends keyof Released>(name: K, value: Released[K] | undefined): Partial<Released> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Released>);
}
