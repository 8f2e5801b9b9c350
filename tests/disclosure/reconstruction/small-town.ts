import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { chances, districts, makePerson, type Person, shuffled } from '../population.ts';
import { attributes, cellOf, cells } from './grid.ts';

/** Somebody's occupation is the same everywhere here; the shares of the attributes given it are public. */
const occupation = '7112';

/** How often each cell is found. */
export const shares: readonly number[] = normalised(
  cells.map((cell) =>
    (Object.keys(attributes) as (keyof typeof attributes)[]).reduce(
      (product, name) =>
        product * (new Map<string, number>(chances[name](occupation)).get(cell[name] ?? '') ?? 0),
      1,
    ),
  ),
);

/** Weights that add up to one. */
export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** A small town by the three attributes. */
export function makeSmallTown(seed: string, people: number): Person[] {
  const random = makeRandom(seed);
  const town: Person[] = [];
  while (town.length < people) {
    const person = makePerson(random, random.oneOf(districts), occupation);
    if (cellOf(person) !== -1) town.push(person);
  }
  return town;
}

/** How many people are in each cell. */
export function countOf(places: readonly number[]): Int32Array {
  const counts = new Int32Array(cells.length);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** People with the same values of each attribute, but not together. */
export function mixed(random: Random, places: readonly number[]): Int32Array {
  const [first, second, third] = [places, shuffled(random, places), shuffled(random, places)];
  return countOf(
    first.map(
      (place, at) =>
        place - (place % 9) + ((second[at] ?? 0) % 9) - ((second[at] ?? 0) % 3) + ((third[at] ?? 0) % 3),
    ),
  );
}
