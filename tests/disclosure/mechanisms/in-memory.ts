import type { Layers } from '@kannwas/disclosure/layers';
import { remembering } from '../api.ts';
import type { Subject } from '../subject.ts';
import type { Truth } from '../truth.ts';
import { likelihoodOfOurs } from './likelihood.ts';
import { ours } from './ours.ts';

/** What an attacker can build at home of our own mechanism. */
export const publicPartsOf = (layers: Layers): Pick<Subject, 'likelihood' | 'imitate'> => ({
  likelihood: likelihoodOfOurs(layers),
  imitate: ({ people, places }, seed) => remembering(ours({ people, places, seed, layers })),
});

/** Our own mechanism without API and database: the same functions, several times as fast. */
export function subjectsInMemory(layers: Layers): (truth: Truth, seed: string) => Subject {
  const known = publicPartsOf(layers);
  return (truth, seed) => ({ truth, ...known, pool: known.imitate(truth, seed) });
}
