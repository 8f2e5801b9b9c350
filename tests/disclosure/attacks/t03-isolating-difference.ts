import { makeRandom } from '@kannwas/api/demo/people/random';
import { type Aim, aimsOf, canSpread, contrastsOf, secrets } from '../differences/contrasts.ts';
import { conclude, type Knowledge, look, secretOf, study } from '../differences/evidence.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import { type Subject, townAtHome } from '../subject.ts';

/** So many people are isolated, and how much better than guessing an attacker may be. */
const cases: readonly { isolated: readonly number[]; pairs: number; target: number }[] = [
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
  run: async ({ towns, effort }) => runT03(await towns(), effort.targets * 2),
};

/** @param targets so many people for each case, over all subjects */
export async function runT03(subjects: readonly Subject[], targets: number): Promise<Result[]> {
  const [first] = subjects;
  if (!first) throw new RangeError('Nothing to attack.');
  const sizes = [...new Set(cases.flatMap(({ isolated }) => isolated))];
  const knowledge = await studyAtHome(first, sizes);
  const prey = subjects.map((subject) => ({ subject, contrasts: contrastsOf(subject.truth, sizes) }));
  const results: Result[] = [];
  for (const { isolated, pairs, target } of cases) {
    const guesses: Guess[] = [];
    for (const [nth, { subject, contrasts }] of prey.entries()) {
      const random = makeRandom(`T03 ${nth}`);
      const usable = contrasts.filter(({ group }) => isolated.includes(group.length));
      const aims = aimsOf(usable, random, pairs);
      for (const aim of sample(random, aims, targets / prey.length)) {
        guesses.push(await guess(subject, aim, knowledge));
      }
    }
    const note = `${isolated.join(', ')} isolated, up to ${pairs} filter pairs`;
    results.push(resultOf('T03', 'ci', bestClaims(guesses), target, note));
  }
  return results;
}

/** So many sightings of made-up people teach enough. */
const lessons = 1_500;

async function studyAtHome({ imitate }: Subject, sizes: readonly number[]): Promise<Knowledge> {
  const random = makeRandom('T03 at home');
  const truth = townAtHome('T03 at home');
  const every = contrastsOf(truth, sizes).flatMap((contrast) =>
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
