import { makeRandom } from '@kannwas/api/demo/people/random';
import { compare, halfTrue, kindOf, studyEquality, suspicionsOf } from '../differences/equality.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Subject } from '../subject.ts';

/** Exceptions that an attacker cannot rule out by looking at the numbers. */
const mostExceptions = 3;

/**
 * Concludes from equal answers that two sets are equal: "all bricklayers here are men". Noise that sticks to a set, and
 * to nothing else, makes such a conclusion nearly certain. Half of the suspicions are true; in the others one to three
 * people are an exception. What each pattern of equal and different answers means was learnt at home.
 * Source: Asghar and Kaafar (2020), PoPETs 2020(2), section 3, on noise seeded by sets.
 */
export const equalSets: Attack = {
  id: 'T04',
  run: async ({ towns, effort }) => runT04(await towns(), effort.targets),
};

export async function runT04(subjects: readonly Subject[], targets: number): Promise<Result[]> {
  const [first] = subjects;
  if (!first) throw new RangeError('Nothing to attack.');
  const shareOfTrue = await studyEquality(first, mostExceptions);
  const guesses: Guess[] = [];
  for (const [nth, { truth, pool }] of subjects.entries()) {
    const chosen = halfTrue(
      makeRandom(`T04 ${nth}`),
      suspicionsOf(truth, mostExceptions),
      targets / subjects.length,
    );
    for (const suspicion of chosen) {
      const probability = shareOfTrue(kindOf(await compare(pool, suspicion)));
      // Only "all of them are" is a disclosure; "not all of them" is said of nearly every group.
      guesses.push({ confidence: probability, right: suspicion.exceptions === 0, baseline: 0.5 });
    }
  }
  const note = 'the same set, or one to three people more, compared in every spread';
  return [resultOf('T04', 'ci', bestClaims(guesses), 0.1, note)];
}
