import { makeRandom } from '@kannwas/api/demo/people/random';
import { compare, halfTrue, kindOf, studyEquality, suspicionsOf } from '../differences/equality.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { areaUnderCurve } from '../statistics.ts';
import type { Subject } from '../subject.ts';

/**
 * Adds a condition that changes a set by exactly one person or not at all, and weighs by the likelihood ratio, learnt at
 * home, whether that person is there: a membership test. Half of the area under the curve is guessing.
 * Source: Homer et al. (2008), PLoS Genetics 4(8); Pyrgelis, Troncoso, De Cristofaro (2018), Knock Knock, Who's There?
 * Membership Inference on Aggregate Location Data, NDSS 2018.
 */
export const likelihoodRatio: Attack = {
  id: 'T11',
  run: async ({ towns, effort }) => runT11(await towns(), effort.targets),
};

export async function runT11(subjects: readonly Subject[], targets: number): Promise<Result[]> {
  const [first] = subjects;
  if (!first) throw new RangeError('Nothing to attack.');
  const shareOfTrue = await studyEquality(first, 1);
  const scores: Record<'none' | 'one', number[]> = { none: [], one: [] };
  for (const [nth, { truth, pool }] of subjects.entries()) {
    const suspicions = suspicionsOf(truth, 1);
    for (const suspicion of halfTrue(makeRandom(`T11 ${nth}`), suspicions, targets / subjects.length)) {
      const score = shareOfTrue(kindOf(await compare(pool, suspicion)));
      scores[suspicion.exceptions === 0 ? 'none' : 'one'].push(score);
    }
  }
  const n = scores.none.length + scores.one.length;
  const note = 'one person more or the same set, compared in every spread';
  return [resultOf('T11', 'auc', { ...areaUnderCurve(scores.none, scores.one), n }, 0.6, note)];
}
