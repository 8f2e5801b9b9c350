import { askingAgain } from './attacks/t01-asking-again.ts';
import { partitions } from './attacks/t02-partitions.ts';
import { isolatingDifference } from './attacks/t03-isolating-difference.ts';
import { equalSets } from './attacks/t04-equal-sets.ts';
import { reconstruction } from './attacks/t10-reconstruction.ts';
import { likelihoodRatio } from './attacks/t11-likelihood-ratio.ts';
import { wholeRows } from './attacks/t13-whole-rows.ts';
import { singlingOut } from './attacks/t14-singling-out.ts';
import { collusion } from './attacks/t18-collusion.ts';
import type { Attack } from './result.ts';

/** The attacks of disclosure.md, section 10, in its order. */
export const suite: readonly Attack[] = [
  askingAgain,
  partitions,
  isolatingDifference,
  equalSets,
  reconstruction,
  likelihoodRatio,
  wholeRows,
  singlingOut,
  collusion,
];
