import { makeRandom } from '@kannwas/api/demo/people/random';
import { around, evidenceOf, mechanismOf, posteriorOf, priorOf, valuesOf } from '../knowing/posterior.ts';
import { lookAround, secrets } from '../knowing/sightings.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess, mean } from '../statistics.ts';
import { type Subject, townAtHome } from '../subject.ts';

/** The share of the others whose secret is known already, and how much better than guessing an attacker may then be. */
export const knowing = [
  { known: 0, target: 0.1 },
  { known: 0.7, target: 0.1 },
  { known: 0.9, target: 0.1 },
  { known: 0.98, target: 0.2 },
  { known: 1, target: 0.2 },
] as const;

/**
 * Spends a whole budget on one person: every group that shares up to three of their traits, spread by the secret, all
 * answers weighed together. Of the others the attacker knows everything else, and of some the secret too.
 */
export const knowingOthers: Attack = {
  id: 'T19',
  run: async ({ manyTowns, effort, layers }) => {
    // One over HTTP, the others in memory: a hundred thousand questions are asked.
    const some = (await manyTowns()).slice(effort.seeds.length - 1);
    return runT19(some, effort.targets / 10 / some.length, layers);
  },
};

type Attacked = Pick<Subject, 'truth' | 'pool' | 'imitate'>;

/** What was found out about one person, by how much is known of the others. */
type Look = { prior: number[]; truly: number; evidence: number[][] };

/** @param ofEach so many people of each town, over all secrets */
export async function runT19(
  subjects: Iterable<Attacked>,
  ofEach: number,
  layers: { mixing: boolean },
): Promise<Result[]> {
  let lessons: Look[] = [];
  const looks: Look[] = [];
  let nth = 0;
  for (const subject of subjects) {
    if (nth === 0) {
      const home = townAtHome('T19 at home', subject.truth.people.length);
      const atHome = { truth: home, pool: subject.imitate(home, 'T19 at home') };
      lessons = await lookAtSome(atHome, Math.min(90, ofEach), layers, 'T19 at home');
    }
    looks.push(...(await lookAtSome(subject, ofEach, layers, `T19 ${nth}`)));
    nth += 1;
  }
  return knowing.map(({ known, target }, level) => {
    const trust = trustIn(lessons, level);
    const guesses = looks.map(({ prior, truly, evidence }): Guess => {
      const chances = posteriorOf(prior, evidence[level] ?? [], trust);
      const confidence = Math.max(...chances);
      return { confidence, right: chances.indexOf(confidence) === truly, baseline: Math.max(...prior) };
    });
    const right = mean(guesses.map((guess) => Number(guess.right)));
    const guessed = mean(guesses.map(({ baseline }) => baseline));
    const note = `${known * 100} % of the others known: right about ${(right * 100).toFixed(0)} %, guessing ${(guessed * 100).toFixed(0)} %`;
    return {
      ...resultOf('T19', 'ci', bestClaims(guesses), target, note),
      knowing: { known, right, guessed },
    };
  });
}

async function lookAtSome(
  { truth, pool }: Pick<Attacked, 'truth' | 'pool'>,
  targets: number,
  layers: { mixing: boolean },
  seed: string,
): Promise<Look[]> {
  const random = makeRandom(seed);
  const mechanism = mechanismOf(layers);
  const everybody = truth.people.map((_, person) => person);
  const strangers = knowing.map(({ known }) => {
    const set = new Uint32Array(Math.ceil(everybody.length / 32));
    for (const one of everybody) {
      if (!random.chance(known)) set[one >>> 5] = (set[one >>> 5] ?? 0) | (1 << (one & 31));
    }
    return set;
  });
  const looks: Look[] = [];
  for (const [turn, person] of sample(random, everybody, targets).entries()) {
    const secret = secrets[turn % secrets.length] ?? 'experience';
    const one = truth.people[person];
    if (!one) continue;
    const groups = await lookAround({ truth, pool }, person, secret);
    const here = around({ truth, person, secret, mechanism, groups });
    looks.push({
      prior: priorOf(secret, one),
      truly: valuesOf(secret).indexOf(one[secret]),
      evidence: strangers.map((some) => evidenceOf(here, some)),
    });
  }
  return looks;
}

/** How far to trust the evidence: what would have said the truth about made-up people best. */
function trustIn(lessons: readonly Look[], level: number): number {
  const fit = (trust: number) =>
    lessons.reduce(
      (sum, { prior, truly, evidence }) =>
        sum + Math.log((posteriorOf(prior, evidence[level] ?? [], trust)[truly] ?? 0) + 1e-9),
      0,
    );
  return [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1].reduce((best, one) => (fit(one) > fit(best) ? one : best));
}
