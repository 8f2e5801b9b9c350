import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import type { Cell } from '@kannwas/disclosure/cell';
import { availabilities, educations, licences } from '@kannwas/schema/snapshots';
import { districts, makePerson, type Person, sample } from '../population.ts';

/** Somebody may have several of them, so that one more changes no count of another. */
const marks = [
  ...licences.map((code) => ['licence', code] as const),
  ...availabilities.map((code) => ['availability', code] as const),
];

/** So many people of each level of education are in a prepared unit group, and stand for each major group. */
const [inGroup, inMajor] = [10, 40];

/** A town, and the small groups in it of which chance alone decided whether they are empty. */
export type Prepared = { people: Person[]; cells: Cell[] };

/**
 * Prepares a town so that nothing published tells an empty group from one of one to nine people: what is a little broader
 * is withheld either way, and what is much broader is published either way.
 */
export function prepareTown(seed: string): Prepared {
  const random = makeRandom(seed);
  const people: Person[] = [];
  const cells: Cell[] = [];
  for (const major of new Set(civilianGroups.map((group) => group.slice(0, 1)))) {
    people.push(
      ...peopleOf(random, bulkOf(major), inMajor).map((one) => ({
        ...one,
        licences,
        availability: availabilities,
      })),
    );
  }
  for (const group of civilianGroups) {
    // The minor group around many people is published, which no other is.
    const [first, ...others] = minorGroupsIn(group).filter(
      (minor) => !bulkOf(group.slice(0, 1)).startsWith(minor),
    );
    if (!first) continue;
    const occupation = random.oneOf(unitsIn(first));
    people.push(...markedByChance(random, peopleOf(random, occupation, inGroup)));
    cells.push(
      ...marks.flatMap(([name, code]) =>
        educations.map((education) => ({ occupation, [name]: code, education })),
      ),
    );
    for (const minor of others) {
      const unit = random.oneOf(unitsIn(minor));
      const many = peopleOf(random, unit, 3);
      people.push(...sample(random, many, smallOrNone(random)));
      cells.push({ occupation: unit });
    }
  }
  return { people, cells };
}

const unitsIn = (group: string) => unitGroups.filter((unit) => unit.startsWith(group));
/** The unit group in which many people of a major group are. */
const bulkOf = (major: string) => unitsIn(major)[0] ?? '';
const minorGroupsIn = (group: string) => [...new Set(unitsIn(group).map((unit) => unit.slice(0, 3)))];

const smallOrNone = (random: Random): number => (random.chance(0.5) ? 0 : random.between(1, 9));

/** So many of each level of education. */
function peopleOf(random: Random, occupation: string, each: number): Person[] {
  return educations.flatMap((education) =>
    Array.from({ length: each }, () => ({
      ...makePerson(random, random.oneOf(districts), occupation),
      education,
    })),
  );
}

/** Gives each mark to one to nine in all, of whom each level of education has some or none. */
function markedByChance(random: Random, people: readonly Person[]): Person[] {
  const marked = people.map((person) => ({ ...person, licences: [], availability: [] }) as Marked);
  for (const [name, code] of marks) {
    const having = educations.filter(() => random.chance(0.5));
    const most = having.length === 0 ? 0 : random.between(having.length, 9);
    for (const [nth, person] of inTurns(marked, having).entries()) {
      if (nth >= most) break;
      if (name === 'licence') person.licences.push(code);
      else person.availability.push(code);
    }
  }
  return marked;
}
type Marked = Person & { licences: string[]; availability: string[] };

/** One of each level of education, and again. */
const inTurns = (people: readonly Marked[], having: readonly string[]): Marked[] =>
  Array.from({ length: inGroup }, (_, turn) =>
    having.flatMap((education) =>
      people.filter((person) => person.education === education).slice(turn, turn + 1),
    ),
  ).flat();
