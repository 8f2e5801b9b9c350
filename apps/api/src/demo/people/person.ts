import type { CountryCode } from '@kannwas/schema/codes';
import type { Answers, Said } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { licences } from './driving.ts';
import { type Origin, origins } from './margins.ts';
import { type Random, type Weighted, weights } from './random.ts';
import { type Education, finished, graduation } from './schooling.ts';
import { workMargins } from './work.ts';

/** A person who does not exist, with everything they would say if asked everything. */
export type Person = { origin: Origin; answers: Answers };

/** The year in which the synthetic people live: fixed, so that a seed gives the same people in any year. */
export const thisYear = 2026;

const byShare = origins.map((origin) => [origin, origin.share] as const);

/** Makes up a person whose languages, schooling, work, and German fit their origin and each other. */
export function makePerson(random: Random, districts: readonly Weighted<string>[]): Person {
  const { chance, between, pick, oneOf } = random;
  const origin = pick(byShare);
  const adults = origin.women + origin.men;
  const sex = chance(origin.women / adults) ? 'woman' : 'man';
  const age = chance(origin.over60 / (adults + origin.over60))
    ? between(60, 74)
    : 18 + Math.floor(42 * random.next() ** 1.3);
  const education = pick(origin.schooling.education);
  const arrivalYear = Number(pick(origin.arrival));
  const motherTongue = pick(origin.motherTongues);
  const learnt = educationCountry(random, origin);
  const worked = work(random, { sex, age, education, arrivalYear, learnt });
  const occupation = worked.experienceKind === 'none-yet' ? undefined : worked.experienceOccupation;
  const drives = licences(random, { sex, age, occupation });
  const about = chance(origin.alphabet === 'cyrillic' ? 0.02 : 0.12);
  return {
    origin,
    answers: {
      accompaniment: pick(weights({ alone: 72, helper: 21, interpreter: 7 })),
      listeningLanguages: [...new Set([motherTongue, origin.schoolLanguage])],
      ...consents(random),
      callName: oneOf(sex === 'woman' ? origin.names.women : origin.names.men),
      birthYear: { year: thisYear - age, about },
      gender: chance(0.003) ? 'diverse' : sex === 'woman' ? 'female' : 'male',
      district: pick(districts),
      arrivalYear: { year: Math.max(arrivalYear, thisYear - age), about: about && chance(0.3) },
      educationCountry: learnt,
      education: finished(random, { schooling: origin.schooling, education, age, occupation }),
      ...languages(random, { origin, motherTongue, education, years: thisYear - arrivalYear }),
      ...worked,
      licences: drives,
      ...availability(random, { sex, age, drives: drives.includes('B') }),
    },
  };
}

function consents({ chance }: Random): Answers {
  const consent = (probability: number) => ({ given: chance(probability), version: consentVersion });
  return {
    consentResult: consent(0.97),
    consentCounselling: consent(0.92),
    consentPool: consent(0.88),
    consentStatistics: consent(0.93),
    consentContact: consent(0.7),
  };
}

function educationCountry({ chance, oneOf }: Random, { country }: Origin): CountryCode {
  return chance(0.94) ? country : oneOf(['TR', 'PL', 'LB', 'DE', 'GR']);
}

type Tongues = { origin: Origin; motherTongue: string; education: Education; years: number };

function languages(random: Random, { origin, motherTongue, education, years }: Tongues): Answers {
  const { pick, chance } = random;
  const sinceThen = workMargins.germanByYears.find(({ upTo }) => years <= upTo);
  const germanSpeaking = pick(sinceThen?.weights ?? []);
  const englishSpeaking = pick(workMargins.english[education]);
  const motherTongueReading = pick(workMargins.reading[education]);
  const latin = germanSpeaking !== 'none' || englishSpeaking !== 'none' || origin.alphabet === 'latin';
  return {
    motherTongue,
    motherTongueReading,
    schoolLanguage: origin.schoolLanguage,
    germanSpeaking,
    germanReading: nearby(random, germanSpeaking),
    germanWriting: nearby(random, germanSpeaking),
    germanCertificate: pick(workMargins.certificates[germanSpeaking]),
    englishSpeaking,
    englishReading: nearby(random, englishSpeaking),
    englishWriting: nearby(random, englishSpeaking),
    otherLanguages: origin.alsoSpoken.filter((code) => code !== motherTongue && chance(0.35)),
    alphabets:
      motherTongueReading === 'none' && !latin
        ? ['none']
        : [...new Set([origin.alphabet, ...(latin ? (['latin'] as const) : [])])],
  };
}

const points = ['none', 'a-little', 'everyday', 'well', 'very-well'] as const;

/** Reading and writing are about as good as speaking, or a point worse. */
function nearby({ chance }: Random, speaking: (typeof points)[number]): (typeof points)[number] {
  return points[points.indexOf(speaking) - (chance(0.4) ? 1 : 0)] ?? speaking;
}

type Life = {
  sex: 'woman' | 'man';
  age: number;
  education: Education;
  arrivalYear: number;
  learnt: CountryCode;
};

const lengths = [
  { band: 'under-1', least: 0 },
  { band: '1-2', least: 1 },
  { band: '3-5', least: 3 },
  { band: '6-10', least: 6 },
  { band: 'over-10', least: 11 },
] as const;

function work({ pick, chance, between, oneOf }: Random, life: Life) {
  const { sex, age, education, arrivalYear, learnt } = life;
  const experienceKind = age < 21 && chance(0.5) ? 'none-yet' : pick(workMargins.kinds[sex]);
  const level = pick(workMargins.worked[education]);
  const lines = workMargins.occupations[level === 'high' && age < graduation ? 'middle' : level];
  const occupation = pick(lines.map(([code, women, men]) => [code, sex === 'woman' ? women : men]));
  const here = thisYear - arrivalYear >= 3 && chance(0.3);
  const atWork = age - 18;
  const durations = lengths.filter(({ least }) => least <= atWork).map(({ band }) => band);
  const last = here ? between(arrivalYear + 1, thisYear) : arrivalYear - between(0, 3);
  return {
    experienceKind,
    experienceOccupation: workMargins.unpaid[experienceKind] ?? occupation,
    experienceDuration: oneOf(durations),
    experienceLastYear: { year: Math.max(last, thisYear - atWork), about: chance(0.1) },
    experienceCountry: here ? 'DE' : learnt,
  } satisfies Answers;
}

type Able = Pick<Life, 'sex' | 'age'> & { drives: boolean };

function availability({ pick, chance }: Random, { sex, age, drives }: Able): Answers {
  const some = <T extends string>(options: readonly Weighted<T>[], otherwise: T): T[] => {
    const found = options.filter(([, probability]) => chance(probability)).map(([option]) => option);
    return found.length > 0 ? found : [otherwise];
  };
  const young = age < 30;
  const wishes = weights({
    work: 0.62,
    'language-course': 0.44,
    training: young ? 0.3 : 0.1,
    recognition: 0.12,
    study: young ? 0.12 : 0.02,
  });
  const child = age < 45 && chance(sex === 'woman' ? 0.45 : 0.2);
  return {
    availableFor: age > 66 ? ['not-now'] : some<Said<'availableFor'>[number]>(wishes, 'not-now'),
    hours: pick(
      weights({ 'full-time': child ? 20 : 52, 'part-time': child ? 50 : 24, 'few-hours': 12, unsure: 12 }),
    ),
    shifts: some(weights({ early: 0.5, late: child ? 0.1 : 0.35, night: 0.15, weekend: 0.25 }), 'day'),
    mobility: some(
      weights({ foot: 0.6, bike: 0.35, 'bus-and-train': 0.7, car: drives ? 0.42 : 0.03 }),
      'foot',
    ),
    childcareNeeded: child ? 'yes' : chance(0.05) ? 'unsure' : 'no',
    consider: chance(0.06) ? 'Bitte vorher anrufen.' : 'no-answer',
  };
}
