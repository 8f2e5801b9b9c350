import type { subjectsInMemory } from '../mechanisms/in-memory.ts';
import { type Person, withClasses } from '../population.ts';
import { type Subject, townAtHome } from '../subject.ts';
import { Truth } from '../truth.ts';

type Making = ReturnType<typeof subjectsInMemory>;

// One after the other: each remembers every answer.
export function* townsOf(subjectOf: Making, towns: number): Generator<Subject> {
  for (let nth = 0; nth < towns; nth++) yield subjectOf(townAtHome(`T13 ${nth}`), `T13 ${nth}`);
}

/** Of a town also those who did not answer, and whom nothing that is published hangs on. */
export type Absent = { absent: Truth };

/** The people of a town in which some came together with others of their trade: of six, five answered and one did not. */
export function withAbsent(seed: string, everybody: readonly Person[]) {
  const all = withClasses(seed, everybody);
  const isAbsent = (_: unknown, nth: number) => nth % 6 === 0;
  return { people: all.filter((one, nth) => !isAbsent(one, nth)), others: all.filter(isAbsent) };
}

export function* classesOf(subjectOf: Making, towns: number): Generator<Subject & Absent> {
  for (let nth = 0; nth < towns; nth++) {
    const town = townAtHome(`T13 classes ${nth}`, 3_600);
    const { people, others } = withAbsent(`T13 ${nth}`, town.people);
    const subject = subjectOf(new Truth(people, town.places), `T13 classes ${nth}`);
    yield { ...subject, absent: new Truth(others, town.places) };
  }
}
