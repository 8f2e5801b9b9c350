import type { subjectsInMemory } from '../mechanisms/in-memory.ts';
import { withClasses } from '../population.ts';
import { type Subject, townAtHome } from '../subject.ts';
import { Truth } from '../truth.ts';

type Making = ReturnType<typeof subjectsInMemory>;

// One after the other: each remembers every answer.
export function* townsOf(subjectOf: Making, towns: number): Generator<Subject> {
  for (let nth = 0; nth < towns; nth++) yield subjectOf(townAtHome(`T13 ${nth}`), `T13 ${nth}`);
}

/** Towns in which some came together with others of their trade. */
export function* classesOf(subjectOf: Making, towns: number): Generator<Subject> {
  for (let nth = 0; nth < towns; nth++) {
    const { people, places } = townAtHome(`T13 classes ${nth}`, 3_000);
    yield subjectOf(new Truth(withClasses(`T13 ${nth}`, people), places), `T13 classes ${nth}`);
  }
}
