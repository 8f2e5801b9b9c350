import { type Pool, remembering } from './api.ts';
import { runT03 } from './attacks/t03-isolating-difference.ts';
import { runT10 } from './attacks/t10-reconstruction.ts';
import { runT12 } from './attacks/t12-search.ts';
import {
  type Likelihood,
  likelihoodOfCellKey,
  likelihoodOfRaw,
  likelihoodOfSticky,
} from './mechanisms/likelihood.ts';
import { rawThreshold, smallCellKey, stickyNoise } from './mechanisms/weaker.ts';
import { makeSmallTown } from './reconstruction/small-town.ts';
import type { Result } from './result.ts';
import { type Subject, townAtHome } from './subject.ts';
import { Truth } from './truth.ts';
import type { Effort } from './world.ts';

/** How well an attack does against one mechanism. */
export type Compared = { attack: string; mechanism: string; value: number };

type Weaker = { answer: (truth: Truth, seed: string) => Pool; likelihood: Likelihood };

const weaker: Readonly<Record<string, Weaker>> = {
  rawThreshold: { answer: rawThreshold, likelihood: likelihoodOfRaw },
  smallCellKey: { answer: smallCellKey, likelihood: likelihoodOfCellKey(2, 1) },
  stickyNoise: { answer: stickyNoise, likelihood: likelihoodOfSticky },
};

/** Which of an attack's targets is compared: isolating one to three people, the counts of cells, and one of two values. */
const limits: Readonly<Record<string, number>> = { T03: 0.05, T10: 0.1, T12: 0.6 };

/** The same attackers against simpler mechanisms, which answer in memory about towns of the same kind. */
export async function compareWeaker({ seeds, quick, targets: wanted }: Effort): Promise<Compared[]> {
  // Bars have no intervals: half as many targets do, and one secret.
  const targets = wanted / 2;
  const compared: Compared[] = [];
  for (const [mechanism, { answer, likelihood }] of Object.entries(weaker)) {
    const subjectOf = (truth: Truth, seed: string): Subject => ({
      truth,
      likelihood,
      pool: remembering(answer(truth, seed)),
      imitate: (other, key) => remembering(answer(other, key)),
    });
    const towns = seeds.map((seed) => subjectOf(townAtHome(`compared ${seed}`), `compared ${seed}`));
    const small = [60, 200].flatMap((people) =>
      seeds.map((seed) => {
        const name = `compared ${people} ${seed}`;
        return subjectOf(new Truth(makeSmallTown(name, people), []), name);
      }),
    );
    const results = [
      ...(await runT03(towns, targets)),
      ...(await runT10(small, false, targets)),
      ...(await runT12(towns, targets, quick, 1)),
    ];
    compared.push(...worstOf(results, mechanism));
  }
  return compared;
}

/** Of each attack that is compared the way that did best. */
export function worstOf(results: readonly Result[], mechanism: string): Compared[] {
  return Object.entries(limits).flatMap(([attack, target]) => {
    const values = results
      .filter((result) => result.id === attack && result.target === target)
      .map(({ value }) => value);
    return values.length === 0 ? [] : [{ attack, mechanism, value: Math.max(0, ...values) }];
  });
}
