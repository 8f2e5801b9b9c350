import { makeRandom } from '@kannwas/api/demo/people/random';
import {
  type Aim,
  aimsOf,
  type Contrast,
  canSpread,
  contrastsOf,
  secrets,
} from '../differences/contrasts.ts';
import { conclude, type Knowledge, look, secretOf, study } from '../differences/evidence.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import { type Subject, townAtHome } from '../subject.ts';
import type { Truth } from '../truth.ts';

/** So many people are isolated, by so many pairs at most, and how much better than guessing an attacker may be. */
type Case = { isolated: readonly number[]; pairs: number; target: number };
const cases: readonly Case[] = [
  { isolated: [1, 2, 3], pairs: 1, target: 0.05 },
  { isolated: [1, 2, 3], pairs: 10, target: 0.05 },
  { isolated: [8], pairs: 1, target: 0.15 },
  { isolated: [8], pairs: 10, target: 0.15 },
];

/**
 * Subtracts answers that differ by a known person, alone or with a few others, and reads their attributes from what
 * remains. The attacker knows everybody's other attributes, has studied the mechanism on people whom they made up, and
 * weighs every sighting by its likelihood.
 * Source: Fraser and Wooton (2005), A proposed method for confidentialising tabular output to protect against
 * differencing, UNECE/Eurostat work session; Denning, Denning, Schwartz (1979), The Tracker, ACM TODS 4(1).
 */
export const isolatingDifference: Attack = {
  id: 'T03',
  run: async ({ manyTowns, effort }) => {
    const all = await manyTowns();
    // Two thousand for each case over HTTP.
    return runT03(all, ((effort.targets * 2) / effort.seeds.length) * all.length);
  },
};

/** What kind of differences is looked for. */
type Differences = {
  id: string;
  cases: readonly Case[];
  contrasts: (truth: Truth, sizes: readonly number[]) => Contrast[];
};

export const runT03 = (subjects: readonly Subject[], targets: number): Promise<Result[]> =>
  runDifferences(subjects, targets, { id: 'T03', cases, contrasts: contrastsOf });

/** @param targets so many people for each case, over all subjects */
export async function runDifferences(
  subjects: readonly Subject[],
  targets: number,
  { id, cases, contrasts: find }: Differences,
): Promise<Result[]> {
  const [first] = subjects;
  if (!first) throw new RangeError('Nothing to attack.');
  const sizes = [...new Set(cases.flatMap(({ isolated }) => isolated))];
  const knowledge = await studyAtHome(first, (truth) => find(truth, sizes));
  const prey = subjects.map((subject) => ({ subject, contrasts: find(subject.truth, sizes) }));
  const results: Result[] = [];
  for (const { isolated, pairs, target } of cases) {
    const guesses: Guess[] = [];
    for (const [nth, { subject, contrasts }] of prey.entries()) {
      const random = makeRandom(`${id} ${nth}`);
      const usable = contrasts.filter(({ group }) => isolated.includes(group.length));
      const aims = aimsOf(usable, random, pairs);
      for (const aim of sample(random, aims, targets / prey.length)) {
        guesses.push(await guess(subject, aim, knowledge));
      }
    }
    const note = `${isolated.join(', ')} isolated, up to ${pairs} filter pairs`;
    results.push(resultOf(id, 'ci', bestClaims(guesses), target, note));
  }
  return results;
}

/** So many sightings of made-up people teach enough. */
const lessons = 1_500;

async function studyAtHome({ imitate }: Subject, find: (truth: Truth) => Contrast[]): Promise<Knowledge> {
  const random = makeRandom('T03 at home');
  const truth = townAtHome('T03 at home');
  const every = find(truth).flatMap((contrast) =>
    secrets.filter((secret) => canSpread(contrast, secret)).map((secret) => ({ contrast, secret })),
  );
  return study(imitate(truth, 'T03 at home'), truth, sample(random, every, lessons));
}

async function guess({ truth, pool }: Subject, aim: Aim, knowledge: Knowledge): Promise<Guess> {
  const sightings = [];
  for (const contrast of aim.contrasts) sightings.push(await look(pool, contrast, aim.secret));
  const { code, probability, prior } = conclude(truth, aim, sightings, knowledge);
  return {
    confidence: probability - prior,
    right: code === secretOf(truth, aim.person, aim.secret),
    baseline: prior,
  };
}
