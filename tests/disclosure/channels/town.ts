import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import type { Cell } from '@kannwas/disclosure/cell';
import { availabilities, licences } from '@kannwas/schema/snapshots';
import { districts, makePerson, type Person, sample, shuffled } from '../population.ts';

/** What somebody may have several of, so that having one more changes no count of the others. */
const marks = [
  ...licences.map((code) => ['licence', code] as const),
  ...availabilities.map((code) => ['availability', code] as const),
];

/**
 * A town in which chance alone decided whether a group is empty or has one to nine people. Beside each small group stands a
 * large one of the same kind, so that everything broader is published either way, and what is published tells nothing
 * about the small ones.
 */
export function makeTown(seed: string): Person[] {
  const random = makeRandom(seed);
  return shuffled(random, minorGroups(random)).flatMap((minor) => {
    const [bulk = '', middle = '', ...others] = shuffled(random, unitsIn(minor));
    const people = (occupation: string, count: number) =>
      Array.from({ length: count }, () => ({
        ...makePerson(random, random.oneOf(districts), occupation),
        licences,
        availability: availabilities,
      }));
    return [
      ...people(bulk, 150),
      ...markedByChance(random, people(middle, 60)),
      ...others.flatMap((other) => people(other, smallOrNone(random))),
    ];
  });
}

/** As many minor groups as the town needs, each in a sub-major group of its own, with enough unit groups. */
const minorGroups = (random: Random): string[] =>
  sample(
    random,
    civilianGroups.flatMap((group) => {
      const minors = [...new Set(unitsIn(group).map((unit) => unit.slice(0, 3)))];
      return minors.filter((minor) => unitsIn(minor).length >= 3).slice(0, 1);
    }),
    12,
  );

const unitsIn = (group: string) => unitGroups.filter((unit) => unit.startsWith(group));

const smallOrNone = (random: Random): number => (random.chance(0.5) ? 0 : random.between(1, 9));

/** Gives each mark to nobody, or to one to nine. */
function markedByChance(random: Random, people: readonly Person[]): Person[] {
  const marked = people.map((person) => ({ ...person, licences: [], availability: [] }) as Marked);
  for (const [dimension, code] of marks) {
    const having = sample(random, marked, smallOrNone(random));
    for (const person of having) {
      if (dimension === 'licence') person.licences.push(code);
      else person.availability.push(code);
    }
  }
  return marked;
}
type Marked = Person & { licences: string[]; availability: string[] };

/** Small groups that may be asked about: a unit group, with a mark, or with a mark and one attribute more. */
export function smallCells(people: readonly Person[]): Cell[] {
  const minors = [...new Set(people.map(({ occupation }) => occupation.slice(0, 3)))];
  const alone = minors.flatMap(unitsIn).map((occupation): Cell => ({ occupation }));
  const marked = alone.flatMap((cell) =>
    marks.map(([dimension, code]): Cell => ({ ...cell, [dimension]: code })),
  );
  const more = Object.entries({
    german: ['A1', 'A2', 'B1', 'B2', 'C1'],
    education: ['basic', 'school', 'vocational', 'academic'],
    experience: ['under-3', '3-10', 'over-10'],
  });
  const narrow = [...alone, ...marked].flatMap((cell) =>
    more.flatMap(([dimension, codes]) => codes.map((code): Cell => ({ ...cell, [dimension]: code }))),
  );
  return [...alone, ...marked, ...narrow];
}
