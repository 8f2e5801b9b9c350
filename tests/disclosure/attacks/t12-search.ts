import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { sample, shuffled } from '../population.ts';
import { type Attack, type Result, resultOf, worst } from '../result.ts';
import { leastSquares, ratioOf } from '../search/evidence.ts';
import { accuracy, type Example, fit, isRight, type Model } from '../search/logistic.ts';
import { ask, type Query, queriesFor, type Secret, type Sighting } from '../search/queries.ts';
import { wilson } from '../statistics.ts';
import { type Subject, townAtHome } from '../subject.ts';
import type { Truth } from '../truth.ts';

/** Values about as frequent as each other; the levels of German are counted one in another, so that three rows differ. */
const secrets: readonly Secret[] = [
  { dimension: 'german', values: ['A1', 'B2'] },
  { dimension: 'experience', values: ['under-3', '3-10'] },
];

const budget = 300;

/**
 * Lets the computer look for questions: sets of three hundred, drawn by chance and bred over generations by how well a
 * logistic model tells two values of a secret apart, on people whom the attacker made up. The best set is put to the
 * real pool. The attacker knows everybody's other attributes.
 * Source: Cretu, Houssiau, Cully, de Montjoye (2022), QuerySnout: Automating the Discovery of Attribute Inference Attacks
 * against Query-Based Systems, CCS 2022.
 */
export const search: Attack = {
  id: 'T12',
  run: async ({ manyTowns, effort }) => {
    // A thousand over HTTP, half of them for each secret, and some more in memory.
    const all = (await manyTowns()).slice(0, effort.seeds.length + 4);
    const targets = (effort.targets / effort.seeds.length) * all.length;
    return [worst(await runT12(all, targets, effort.quick))];
  },
};

/** @param targets so many people, over all subjects and secrets @param wanted how many secrets are looked for */
export async function runT12(
  subjects: readonly Pick<Subject, 'truth' | 'pool' | 'likelihood' | 'imitate'>[],
  targets: number,
  isQuick: boolean,
  wanted = isQuick ? 1 : secrets.length,
): Promise<Result[]> {
  const [first] = subjects;
  if (!first) throw new RangeError('Nothing to attack.');
  const results: Result[] = [];
  for (const secret of secrets.slice(0, wanted)) {
    const random = makeRandom(`T12 ${secret.dimension}`);
    const queries = queriesFor(secret);
    const shadows: Example[] = [];
    for (let nth = 0; nth < (isQuick ? 1 : 2); nth++) {
      const truth = townAtHome(`T12 at home ${nth}`);
      const pool = first.imitate(truth, `T12 at home ${nth}`);
      shadows.push(...(await look({ ...first, truth, pool }, secret, queries, random, isQuick ? 200 : 400)));
    }
    const model = breed(random, shadows, queries.length, isQuick ? 4 : 12);
    let [right, n] = [0, 0];
    for (const subject of subjects) {
      const victims = await look(
        subject,
        secret,
        queries,
        random,
        targets / subjects.length / secrets.length,
      );
      right += victims.filter((victim) => isRight(model, victim)).length;
      n += victims.length;
    }
    const note = `${secret.dimension} ${secret.values.join(' or ')}, ${model.queries.length - 1} questions`;
    const { low, high } = wilson(right, n);
    const measured = { value: right / n, low, upper: high, n, baseline: 0.5 };
    results.push(resultOf('T12', 'accuracy', measured, 0.6, note));
  }
  return results;
}

/** Asks everything about people of whom half have the one value and half the other. */
async function look(
  subject: Pick<Subject, 'truth' | 'pool' | 'likelihood'>,
  secret: Secret,
  queries: readonly Query[],
  random: Random,
  people: number,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [label, value] of secret.values.entries()) {
    for (const person of sample(random, having(subject.truth, secret, value), people / 2)) {
      // One for each query, and one for all of them together.
      const features = new Float64Array(queries.length + 1);
      const sightings: Sighting[] = [];
      for (const [at, query] of queries.entries()) {
        const sighting = await ask(subject, person, secret, query);
        if (!sighting) continue;
        sightings.push(sighting);
        features[at] = ratioOf(sighting, secret, subject.likelihood);
      }
      features[queries.length] = leastSquares(sightings, secret);
      examples.push({ features, label: label as 0 | 1 });
    }
  }
  return examples;
}

const having = ({ people }: Truth, { dimension }: Secret, value: string): number[] =>
  people.flatMap((person, at) => (person[dimension] === value ? [at] : []));

const parents = 6;
const children = 12;

/** Breeds sets of queries. The fitness of a set is how often its model is right about people it did not learn from. */
function breed(random: Random, shadows: readonly Example[], queries: number, generations: number): Model {
  const mixed = shuffled(random, shadows);
  const [learning, checking] = [mixed.slice(0, mixed.length / 2), mixed.slice(mixed.length / 2)];
  const every = Array.from({ length: queries }, (_, at) => at);
  const grow = (set: readonly number[]) => {
    const model = fit(learning, [...set, queries]);
    // As good on what it learnt as on what it did not: the lesser of the two counts.
    return { set, fitness: Math.min(accuracy(model, learning), accuracy(model, checking)) };
  };
  let bred = Array.from({ length: parents + children }, () => grow(sample(random, every, budget)));
  for (let generation = 0; generation < generations; generation++) {
    const fittest = bred.sort((a, b) => b.fitness - a.fitness).slice(0, parents);
    const born = Array.from({ length: children }, () => {
      const [mother, father] = [random.oneOf(fittest), random.oneOf(fittest)];
      const inherited = [...new Set([...mother.set, ...father.set])];
      const mutated = inherited.map((query) =>
        random.chance(0.05) ? random.between(0, queries - 1) : query,
      );
      return grow(sample(random, [...new Set(mutated)], random.between(10, budget)));
    });
    bred = [...fittest, ...born];
  }
  const [best] = bred.sort((a, b) => b.fitness - a.fitness);
  return fit(mixed, [...(best?.set ?? every.slice(0, budget)), queries]);
}
