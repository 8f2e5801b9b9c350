import { makeRandom } from '@kannwas/api/demo/people/random';
import { subjectsInMemory } from '../mechanisms/in-memory.ts';
import { sample } from '../population.ts';
import { cellOf, readMargins } from '../reconstruction/grid.ts';
import { Counts, evidenceOf, reconstruct } from '../reconstruction/posterior.ts';
import { countOf, makeSmallTown, mixed, normalised, shares } from '../reconstruction/small-town.ts';
import { type Attack, type Result, resultOf, worst } from '../result.ts';
import { bestClaims, type Guess, mean } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import type { Town } from '../town.ts';
import { Truth } from '../truth.ts';

/**
 * Reconstructs small towns from all margins of three attributes, knowing nobody, half, or all but one of the people, and
 * the town by each attribute alone unless that says it all.
 *
 * The attacker weighs every possible table of people by its likelihood, which knows the noise, the floor, the threshold,
 * the rounding, and which cells answer with a broader one. Least squares, by which the attack is known, is the special
 * case of normal noise.
 * Source: Dinur and Nissim (2003), Revealing Information while Preserving Privacy, PODS 2003; Garfinkel, Abowd,
 * Martindale (2018), Understanding Database Reconstruction Attacks on Public Data, ACM Queue 16(5).
 */
export const reconstruction: Attack = {
  id: 'T10',
  run: async (world) => {
    const each = world.effort.quick ? 5 : 13;
    const subjects: Reconstructed[] = [];
    for (const [nth, { instance, likelihood }] of (await world.towns()).entries()) {
      const small: Town[] = [];
      for (const people of sizes.flatMap((size) => Array<number>(each).fill(size))) {
        const name = `small-${nth}-${small.length}`;
        small.push(await instance.settle(name, makeSmallTown(name, people)));
      }
      const account = await instance.employ(...small);
      for (const { siteId, people, places } of small) {
        const truth = new Truth(people, await places());
        subjects.push({ truth, pool: account.at(siteId), likelihood });
      }
    }
    const more = world.effort.quick ? 0 : inMemory;
    return runT10(
      [...subjects, ...smallTowns(more, subjectsInMemory(world.layers))],
      world.layers.collapse,
      world.effort.targets,
    );
  },
};

const sizes = [60, 200];

/** So many more of each size answer in memory. */
const inMemory = 60;

/** @param towns so many of each size: their people are few, and what one odd number tells of one town is no rule */
export const smallTowns = (towns: number, subjectOf: (truth: Truth, seed: string) => Reconstructed) =>
  sizes.flatMap((people) =>
    Array.from({ length: Math.ceil(towns) }, (_, nth) => {
      const name = `memory ${people} ${nth}`;
      return subjectOf(new Truth(makeSmallTown(name, people), []), name);
    }),
  );

const steps = 20_000;

type Reconstructed = Pick<Subject, 'truth' | 'pool' | 'likelihood'>;

/** @param targets so many people of each size of town are looked for by somebody who knows all others */
export async function runT10(
  subjects: readonly Reconstructed[],
  collapses: boolean,
  targets: number,
): Promise<Result[]> {
  const results: Result[][] = [];
  for (const [people, towns] of Map.groupBy(subjects, ({ truth }) => truth.people.length)) {
    const found = { none: empty(), half: empty() };
    const lastOnes: Guess[] = [];
    for (const [nth, { truth, pool, likelihood }] of towns.entries()) {
      const random = makeRandom(`T10 ${people} ${nth}`);
      const shown = await readMargins(pool);
      // Everybody together is no margin: then there is nothing to reconstruct from.
      const isSilent = shown.filter((one) => typeof one === 'number').length <= 1;
      const evidence = evidenceOf(shown, { likelihood, collapses }, people);
      const places = truth.people.map(cellOf);
      for (const [prior, share] of [
        ['none', 0],
        ['half', 0.5],
      ] as const) {
        const known = countOf(places.slice(0, people * share));
        const others = mixed(random, places.slice(people * share));
        const draw = (weigh: typeof evidence) =>
          reconstruct({ evidence: weigh, known, others, random, steps });
        const [before, again] = [draw(() => 0), draw(() => 0)];
        const draws = { before, again, after: draw(evidence) };
        judge(found[prior], draws, { town: nth, cells: countOf(places), isSilent });
      }
      for (const person of sample(random, places, targets / towns.length)) {
        const guess = findLastOne(evidence, countOf(places), person);
        lastOnes.push({ ...guess, together: nth, ...(isSilent && { confidence: null }) });
      }
    }
    const judged = (guesses: readonly Guess[], target: number, what: string) =>
      resultOf(
        'T10',
        'ci',
        bestClaims(guesses),
        target,
        `${towns.length} towns of ${people} people, ${what}`,
      );
    for (const [prior, { exact, unique }] of Object.entries(found)) {
      results.push([
        judged(exact, 0.1, `${prior} known: counts of cells; of all of them ${everyCell(exact).toFixed(2)}`),
        judged(unique, 0.2, `${prior} known: somebody alone in a cell`),
      ]);
    }
    results.push([judged(lastOnes, 0.05, 'all but one known: where that one is')]);
  }
  return [...Map.groupBy(results.flat(), ({ target }) => target).values()].map(worst);
}

/** How much better than guessing whoever says the count of every cell is. */
function everyCell(guesses: readonly Guess[]): number {
  const baseline = mean(guesses.map((guess) => guess.baseline));
  return gain(mean(guesses.map(({ right }) => (right ? 1 : 0))), baseline);
}

type Found = { exact: Guess[]; unique: Guess[] };
const empty = (): Found => ({ exact: [], unique: [] });

type Draws = readonly Float64Array[];

/**
 * Says the likeliest count of each cell, and whether there is exactly one person in it. What guessing would be worth is
 * drawn twice: the surest claims are those where the first draw happened to be low, so that it is held against the other.
 */
function judge(
  { exact, unique }: Found,
  { before, again, after }: { before: Draws; again: Draws; after: Draws },
  { town: together, cells, isSilent }: { town: number; cells: Int32Array; isSilent: boolean },
) {
  for (const [cell, now] of after.entries()) {
    const [first = [], second = []] = [before[cell], again[cell]];
    const count = now.indexOf(Math.max(...now));
    exact.push({
      confidence: isSilent ? null : gain(now[count], Math.max(...first)),
      right: cells[cell] === count,
      baseline: Math.max(...second),
      together,
    });
    unique.push({
      confidence: isSilent ? null : gain(now[1], first[1]),
      right: cells[cell] === 1,
      baseline: second[1] ?? 0,
      together,
    });
  }
}

/** How much better than guessing the attacker believes to be. */
const gain = (now = 0, before = 0) => (now - before) / (1 - before);

/** Finds the cell of the only person whom the attacker does not know. */
function findLastOne(evidence: (counts: Counts) => number, people: Int32Array, place: number): Guess {
  const counts = new Counts(people);
  counts.add(place, -1);
  const weights = shares.map((share, cell) => {
    counts.add(cell, 1);
    const weight = Math.log(share) + evidence(counts);
    counts.add(cell, -1);
    return weight;
  });
  const greatest = Math.max(...weights);
  const chances = normalised(weights.map((weight) => Math.exp(weight - greatest)));
  const confidence = Math.max(...chances);
  return { confidence, right: chances.indexOf(confidence) === place, baseline: Math.max(...shares) };
}
