import { remembering } from './api.ts';
import { runT02 } from './attacks/t02-partitions.ts';
import { runT03 } from './attacks/t03-isolating-difference.ts';
import { runT06 } from './attacks/t06-fake-people.ts';
import { runT07 } from './attacks/t07-many-epochs.ts';
import { runT10 } from './attacks/t10-reconstruction.ts';
import { runT12 } from './attacks/t12-search.ts';
import { runT13 } from './attacks/t13-whole-rows.ts';
import { runT19 } from './attacks/t19-knowing-others.ts';
import { likelihoodOfOurs } from './mechanisms/likelihood.ts';
import { ours } from './mechanisms/ours.ts';
import { withClasses } from './population.ts';
import { makeSmallTown } from './reconstruction/small-town.ts';
import type { Result } from './result.ts';
import { type Subject, townAtHome } from './subject.ts';
import { Truth } from './truth.ts';
import type { World } from './world.ts';

/**
 * The attacks that do nothing but ask, against the very mechanism of the API, in memory and without database or HTTP:
 * several times as fast, for finding out what a change of the mechanism is good for.
 */
export async function attackInMemory(
  id: string,
  { effort, layers }: Pick<World, 'effort' | 'layers'>,
): Promise<Result[]> {
  const answer = ({ people, places }: Truth, seed: string) =>
    remembering(ours({ people, places, seed, layers }));
  const subjectOf = (truth: Truth, seed: string): Subject => ({
    ...{ truth, likelihood: likelihoodOfOurs(layers), pool: answer(truth, seed), imitate: answer },
  });
  const towns = () => effort.seeds.map((seed) => subjectOf(townAtHome(`memory ${seed}`), `memory ${seed}`));
  // One after the other: each remembers every answer.
  const manyTowns = function* () {
    for (let nth = 0; nth < manyTownsFor(effort.targets); nth++)
      yield subjectOf(townAtHome(`memory ${nth}`), `memory ${nth}`);
  };
  const classes = function* () {
    for (let nth = 0; nth < manyTownsFor(effort.targets); nth++) {
      const { people, places } = townAtHome(`memory classes ${nth}`, 3_000);
      const truth = new Truth(withClasses(`memory ${nth}`, people), places);
      yield subjectOf(truth, `memory classes ${nth}`);
    }
  };
  const attacks: Record<string, () => Promise<Result[]>> = {
    T02: () => runT02(towns(), effort.targets),
    T03: () => runT03(towns(), effort.targets * 2),
    T06: () => runT06(effort.targets, layers),
    T07: () => runT07(effort.targets / 50, layers),
    T10: () => runT10(smallTowns(effort.targets / 20, subjectOf), layers.collapse, effort.targets),
    T12: () => runT12(towns(), effort.targets, effort.quick),
    T13: () => runT13(manyTowns(), classes(), rowsOfTown),
    T19: () => runT19(towns(), effort.targets, layers),
  };
  const attack = attacks[id];
  if (!attack)
    throw new RangeError(`${id} needs a running instance; in memory there are ${Object.keys(attacks)}.`);
  return attack();
}

/** A town has few lines that hide something: of three towns chance alone moves the figure by a tenth. */
const rowsOfTown = 250;
const manyTownsFor = (targets: number) => Math.ceil(targets / rowsOfTown);

/** @param towns so many of each size: their people are few, and what one odd number tells of one town is no rule */
const smallTowns = (towns: number, subjectOf: (truth: Truth, seed: string) => Subject) =>
  [60, 200].flatMap((people) =>
    Array.from({ length: Math.ceil(towns) }, (_, nth) => {
      const name = `memory ${people} ${nth}`;
      return subjectOf(new Truth(makeSmallTown(name, people), []), name);
    }),
  );
