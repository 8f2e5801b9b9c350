import { type CountryGroup, countryGroup } from '@kannwas/catalogue/countries';
import { civilianGroups, groupOf, unitGroups } from '@kannwas/catalogue/occupations';
import {
  type AgeBand,
  type Availability,
  Education,
  Experience,
  type GermanLevel,
  type Licence,
} from '@kannwas/schema/snapshots';
import { entriesOf, groupOf as groupAbout } from '@kannwas/schema/survey/entries';
import { levelBySkill, levelOfCertificate } from '@kannwas/schema/survey/german';
import { keepAsked } from '@kannwas/schema/survey/journey';
import {
  type Answers,
  type Question,
  type Said,
  type Slot,
  said,
  slotOf,
} from '@kannwas/schema/survey/questions';

import {
  ageBandOf,
  availabilitiesOf,
  educationByFinished,
  educationByTraining,
  educationOfRung,
  experienceByDuration,
  finished,
  licencesOf,
} from './coarse.ts';

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

/** What else was said about the same thing: how a training of this kind ended. */
type Beside = <Q extends Question>(question: Q) => Said<Q> | undefined;

type Rule<Q extends Question> =
  | 'never'
  | ((said: Said<Q>, at: Publication, beside: Beside) => Partial<Released>);

/** What of each answer may leave, and how coarse. A new question does not compile until this is decided for it. */
export const release = {
  listeningLanguages: 'never',
  accompaniment: 'never',
  consentResult: 'never',
  consentCounselling: 'never',
  consentPool: ({ given }) => ({ inPool: given }),
  consentStatistics: ({ given }) => ({ inCoverage: given }),
  consentContact: 'never',
  howMuch: 'never',

  callName: 'never',
  birthYear: ({ year }, at) => ({ ageBand: ageBandOf(at.year - year) }),
  gender: (gender) => ({ gender }),
  district: (code, { districts }) => (districts.has(code) ? { district: code } : {}),
  arrivalYear: 'never',
  rightToWork: 'never',

  motherTongue: 'never',
  motherTongueSpeaking: 'never',
  motherTongueReading: 'never',
  motherTongueWriting: 'never',
  schoolLanguage: 'never',
  schoolLanguageSpeaking: 'never',
  schoolLanguageReading: 'never',
  schoolLanguageWriting: 'never',
  germanSpeaking: (skill) => ({ german: levelBySkill[skill] }),
  germanReading: 'never',
  germanWriting: 'never',
  // Stands below speaking, because it outweighs it. C2 is too rare to be a level of its own.
  germanCertificate: (certificate) => maybe('german', levelOfCertificate(certificate)),
  englishSpeaking: 'never',
  englishReading: 'never',
  englishWriting: 'never',
  otherLanguages: 'never',
  otherSpeaking: 'never',
  otherReading: 'never',
  otherWriting: 'never',
  alphabets: 'never',

  everAtSchool: (ever) => (ever === 'no' ? { education: 'basic' } : {}),
  educationCountry: (country) => maybe('countryGroup', countryGroup(country)),
  schoolYears: 'never',
  schoolRung: (code) => maybe('education', educationOfRung(code)),
  education: (finished) => ({ education: educationByFinished[finished] }),
  schoolCertificate: 'never',
  trainedAny: 'never',
  trainingKind: (kind, _, beside) =>
    finished(beside('trainingResult')) ? maybe('education', educationByTraining[kind]) : {},
  trainingField: 'never',
  trainingFor: 'never',
  trainingCountry: 'never',
  trainingDuration: 'never',
  trainingResult: 'never',
  trainingDocument: 'never',
  trainingRemoved: 'never',
  recognitionApplied: 'never',
  recognitionFor: 'never',
  recognitionResult: 'never',
  recognitionWhyNot: 'never',

  experienceKind: 'never',
  experienceOccupation: (code) =>
    unitGroups.includes(code) && civilianGroups.includes(groupOf(code)) ? { occupations: [code] } : {},
  experienceOwnWords: 'never',
  experienceCountry: 'never',
  experienceDuration: (duration) => ({ experience: experienceByDuration[duration] }),
  experienceLastYear: 'never',
  experienceTasks: 'never',
  taskOften: 'never',
  taskToday: 'never',
  experienceRemoved: 'never',

  licences: (held) => ({ licences: licencesOf(held) }),
  licenceFrom: 'never',
  machines: 'never',
  papers: 'never',
  digital: 'never',

  strengths: 'never',
  strengthExample: 'never',
  strengthVoice: 'never',
  wantedFields: 'never',
  selfEmployment: 'never',

  availableFor: (chosen) => ({ availability: availabilitiesOf(chosen) }),
  hours: 'never',
  shifts: 'never',
  mobility: 'never',
  childcareNeeded: 'never',
  consider: 'never',
  goal: 'never',
  helpMost: 'never',

  // What case workers write down is for advice alone.
  documentKind: 'never',
  documentSeenOn: 'never',
  documentRemoved: 'never',
  interviewLanguage: 'never',
  interviewInterpreter: 'never',
  interviewThirdPerson: 'never',
  interviewMode: 'never',
  interviewDuration: 'never',
  interviewCloseness: 'never',
  appraisal: 'never',
  nextSteps: 'never',

  stepDone: 'never',
} satisfies { [Q in Question]: Rule<Q> };

/**
 * Coarsens one person, or leaves them out: without consent to the pool or to statistics nothing is released at all,
 * and without consent to the pool nothing about work. What is in conflict counts as not said, consents included.
 */
export function coarsen(
  person: { answers: Answers; conflicts: readonly Slot[] },
  at: Publication,
): Released | undefined {
  const asked = keepAsked(person.answers);
  const released: Released = { inPool: false, inCoverage: false };
  for (const question of Object.keys(release) as Question[]) {
    if (rules[question] === 'never') continue;
    const group = groupAbout(question);
    for (const entry of group ? entriesOf(asked, group) : [undefined]) {
      if (!person.conflicts.includes(slotOf(question, entry)))
        merge(released, releaseOne(question, asked, at, entry));
    }
  }
  if (released.inPool) return released;
  if (!released.inCoverage) return undefined;
  const { occupations, german, availability, education, experience, licences, ...forCoverage } = released;
  return forCoverage;
}

/** Without a rule nothing leaves; that one is missing is said once, by the table above. */
const rules: { [Q in Question]?: Rule<Q> } = release;

function releaseOne<Q extends Question>(
  question: Q,
  answers: Answers,
  at: Publication,
  entry: string | undefined,
): Partial<Released> {
  const rule: Rule<Q> | undefined = rules[question];
  const what = said(answers, question, entry);
  if (rule === undefined || rule === 'never' || what === undefined) return {};
  return rule(what, at, (beside) => said(answers, beside, entry));
}

/** Of several trainings and kinds of work the highest and the longest count, and up to three occupations. */
function merge(released: Released, part: Partial<Released>): void {
  const occupations = [...new Set([...(released.occupations ?? []), ...(part.occupations ?? [])])];
  Object.assign(
    released,
    part,
    occupations.length > 0 && { occupations: occupations.slice(0, 3) },
    maybe('education', higher(Education.options, released.education, part.education)),
    maybe('experience', higher(Experience.options, released.experience, part.experience)),
  );
}

/** The later one of two in a list that ascends. */
function higher<Code>(
  order: readonly Code[],
  one: Code | undefined,
  other: Code | undefined,
): Code | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

function maybe<K extends keyof Released>(name: K, value: Released[K] | undefined): Partial<Released> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Released>);
}
