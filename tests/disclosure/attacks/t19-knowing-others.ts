import { makeRandom } from '@kannwas/api/demo/people/random';
import { around, mechanismOf, posteriorOf, priorOf, valuesOf } from '../knowing/posterior.ts';
import { lookAround, secrets } from '../knowing/sightings.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess, mean } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import type { Members } from '../truth.ts';

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
  run: async ({ towns, effort, layers }) => runT19(await towns(), effort.targets, layers),
};

/** @param targets so many people, over all subjects and secrets */
export async function runT19(
  subjects: readonly Pick<Subject, 'truth' | 'pool'>[],
  targets: number,
  layers: { mixing: boolean },
): Promise<Result[]> {
  const mechanism = mechanismOf(layers);
  const guesses = knowing.map((): Guess[] => []);
  for (const [nth, { truth, pool }] of subjects.entries()) {
    const random = makeRandom(`T19 ${nth}`);
    const everybody = truth.people.map((_, person) => person);
    const strangers = knowing.map(({ known }): Members => {
      const set = new Uint32Array(Math.ceil(everybody.length / 32));
      for (const one of everybody) {
        if (!random.chance(known)) set[one >>> 5] = (set[one >>> 5] ?? 0) | (1 << (one & 31));
      }
      return set;
    });
    for (const [turn, person] of sample(random, everybody, targets / subjects.length).entries()) {
      const secret = secrets[turn % secrets.length] ?? 'experience';
      const one = truth.people[person];
      if (!one) continue;
      const groups = await lookAround({ truth, pool }, person, secret);
      const here = around({ truth, person, secret, mechanism, groups });
      const baseline = Math.max(...priorOf(secret, one));
      for (const [level, some] of strangers.entries()) {
        const chances = posteriorOf(here, some);
        const confidence = Math.max(...chances);
        const right = valuesOf(secret)[chances.indexOf(confidence)] === one[secret];
        guesses[level]?.push({ confidence, right, baseline });
      }
    }
  }
  return knowing.map(({ known, target }, level) => {
    const own = guesses[level] ?? [];
    const right = mean(own.map((guess) => Number(guess.right)));
    const guessed = mean(own.map(({ baseline }) => baseline));
    const note = `${known * 100} % of the others known: right about ${(right * 100).toFixed(0)} %, guessing ${(guessed * 100).toFixed(0)} %`;
    return { ...resultOf('T19', 'ci', bestClaims(own), target, note), knowing: { known, right, guessed } };
  });
}
