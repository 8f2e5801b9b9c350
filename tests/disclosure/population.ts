import { makeRandom, type Random, type Weighted, weights } from '@kannwas/api/demo/people/random';
import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import type {
  AgeBand,
  Availability,
  Education,
  Experience,
  Gender,
  GermanLevel,
  Licence,
} from '@kannwas/schema/snapshots';

/** What is true of one person of the town; only the tests and those who know the person have it. */
export type Person = {
  district: string;
  /** An ISCO-08 unit group. */
  occupation: string;
  gender: Gender;
  age: AgeBand;
  german: GermanLevel;
  education: Education;
  experience: Experience;
  availability: readonly Availability[];
  licences: readonly Licence[];
};

/** Twelve districts of three Kreise. */
export const districts: readonly string[] = ['15087', '15088', '15089'].flatMap((kreis) =>
  ['110', '220', '330', '440'].map((district) => `${kreis}${district}`),
);

const zipf = <T>(all: readonly T[], exponent: number): Weighted<T>[] =>
  all.map((one, rank) => [one, 1 / (rank + 1) ** exponent]);

/** Reorders by chance. */
export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Some of them, by chance. */
export const sample = <T>(random: Random, all: readonly T[], most: number): T[] =>
  shuffled(random, all).slice(0, Math.ceil(most));

const womensWork = new Set(['22', '32', '51', '52', '53', '91', '94']);
const mensWork = new Set(['71', '72', '74', '81', '83', '93']);

/**
 * How often each code is found, for whoever knows somebody's occupation. It is public: an attacker has it too, and what
 * it alone tells is no merit of an attack.
 */
export const chances = {
  gender: (occupation: string): Weighted<Gender>[] => {
    const group = occupation.slice(0, 2);
    const women = womensWork.has(group) ? 80 : mensWork.has(group) ? 5 : 45;
    return weights({ female: women, male: 99.5 - women, diverse: 0.5 }) as Weighted<Gender>[];
  },
  age: (): Weighted<AgeBand>[] =>
    weights({ 'under-25': 20, '25-44': 52, '45-59': 22, '60-and-over': 6 }) as Weighted<AgeBand>[],
  german: (): Weighted<GermanLevel>[] =>
    weights({ none: 6, A1: 15, A2: 27, B1: 27, B2: 18, C1: 7 }) as Weighted<GermanLevel>[],
  education: (occupation: string): Weighted<Education>[] =>
    (occupation < '4'
      ? weights({ basic: 4, school: 16, vocational: 25, academic: 55 })
      : weights({ basic: 26, school: 40, vocational: 26, academic: 8 })) as Weighted<Education>[],
  experience: (): Weighted<Experience>[] =>
    weights({ 'under-3': 38, '3-10': 40, 'over-10': 22 }) as Weighted<Experience>[],
} as const;

/** The codes of an availability or a licence, each with its own probability; they come together. */
const several = {
  availability: (): [Availability, number][] => [
    ['work', 0.9],
    ['training', 0.25],
    ['course', 0.35],
  ],
  licences: (occupation: string): [Licence, number][] => {
    const drives = occupation.startsWith('83');
    return [
      ['car', drives ? 0.97 : 0.5],
      ['truck', drives ? 0.5 : 0.05],
      ['bus', drives ? 0.15 : 0.02],
      ['forklift', occupation >= '7' ? 0.2 : 0.03],
    ];
  },
};

/**
 * Makes the people of a town: district sizes by Zipf 0.8, sub-major groups by Zipf 0.9, unit groups in them by Zipf 1.
 * Everything else is independent of each other given the occupation, so that whatever an attacker finds out about one
 * person comes from the answers and not from an inference that would be true of anybody.
 */
export function makePeople(seed: string, people: number): Person[] {
  const random = makeRandom(seed);
  const byDistrict = zipf(shuffled(random, districts), 0.8);
  const byGroup = zipf(shuffled(random, civilianGroups), 0.9);
  const unitsIn = new Map(
    civilianGroups.map((group) => {
      const units = unitGroups.filter((unit) => unit.startsWith(group));
      return [group, zipf(shuffled(random, units), 1)] as const;
    }),
  );
  return Array.from({ length: people }, () => {
    const occupation = random.pick(unitsIn.get(random.pick(byGroup)) ?? []);
    return makePerson(random, random.pick(byDistrict), occupation);
  });
}

/**
 * The same people, but that some occupations are held by people who came together: in three of ten unit groups everybody
 * has the same level of German, education, or experience, which one nobody could know before.
 */
export function withClasses(seed: string, people: readonly Person[]): Person[] {
  const random = makeRandom(seed);
  const shared = new Map<string, Partial<Person>>();
  const shareIn = (occupation: string): Partial<Person> => {
    if (!random.chance(0.3)) return {};
    return random.oneOf([
      () => ({ german: random.pick(chances.german()) }),
      () => ({ education: random.pick(chances.education(occupation)) }),
      () => ({ experience: random.pick(chances.experience()) }),
    ])();
  };
  return people.map((person) => {
    const what = shared.get(person.occupation) ?? shareIn(person.occupation);
    shared.set(person.occupation, what);
    return { ...person, ...what };
  });
}

/** One person of whom district and occupation are settled. */
export function makePerson(random: Random, district: string, occupation: string): Person {
  const own = <T>(codes: [T, number][]) =>
    codes.filter(([, share]) => random.chance(share)).map(([code]) => code);
  const open = own(several.availability());
  return {
    district,
    occupation,
    gender: random.pick(chances.gender(occupation)),
    age: random.pick(chances.age()),
    german: random.pick(chances.german()),
    education: random.pick(chances.education(occupation)),
    experience: random.pick(chances.experience()),
    availability: open.length === 0 ? ['later'] : open,
    licences: own(several.licences(occupation)),
  };
}
