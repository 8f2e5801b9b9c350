import { runT02 } from './attacks/t02-partitions.ts';
import { runT03 } from './attacks/t03-isolating-difference.ts';
import { runT06 } from './attacks/t06-fake-people.ts';
import { runT07 } from './attacks/t07-many-epochs.ts';
import { runT10, smallTowns } from './attacks/t10-reconstruction.ts';
import { runT12 } from './attacks/t12-search.ts';
import { runT13 } from './attacks/t13-whole-rows.ts';
import { runT19 } from './attacks/t19-knowing-others.ts';
import { subjectsInMemory } from './mechanisms/in-memory.ts';
import type { Result } from './result.ts';
import { classesOf, townsOf } from './rows/towns.ts';
import { townAtHome } from './subject.ts';
import type { World } from './world.ts';

const rowsOfTown = 500;
/** People of a town whom T19 asks about. */
const ofTown = 90;

/**
 * The attacks that do nothing but ask, against the very mechanism of the API, in memory and without database or HTTP:
 * several times as fast, for finding out what a change of the mechanism is good for.
 */
export async function attackInMemory(
  id: string,
  { effort, layers }: Pick<World, 'effort' | 'layers'>,
): Promise<Result[]> {
  const subjectOf = subjectsInMemory(layers);
  const towns = () => effort.seeds.map((seed) => subjectOf(townAtHome(`memory ${seed}`), `memory ${seed}`));
  const many = Math.ceil(effort.targets / rowsOfTown);
  const attacks: Record<string, () => Promise<Result[]>> = {
    T02: () => runT02(towns(), effort.targets),
    T03: () => runT03(towns(), effort.targets * 2),
    T06: () => runT06(effort.targets, layers),
    T07: () => runT07(effort.targets / 50, layers),
    T10: () => runT10(smallTowns(effort.targets / 20, subjectOf), layers.collapse, effort.targets),
    T12: () => runT12(towns(), effort.targets, effort.quick),
    T13: () => runT13([townsOf(subjectOf, many)], [classesOf(subjectOf, many)], rowsOfTown),
    T19: () => runT19(townsOf(subjectOf, effort.targets / ofTown), ofTown, layers),
  };
  const attack = attacks[id];
  if (!attack)
    throw new RangeError(`${id} needs a running instance; in memory there are ${Object.keys(attacks)}.`);
  return attack();
}
