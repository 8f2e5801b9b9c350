import { askingAgain } from './attacks/t01-asking-again.ts';
import { partitions } from './attacks/t02-partitions.ts';
import { isolatingDifference } from './attacks/t03-isolating-difference.ts';
import { equalSets } from './attacks/t04-equal-sets.ts';
import { oneChange } from './attacks/t05-one-change.ts';
import { fakePeople } from './attacks/t06-fake-people.ts';
import { manyEpochs } from './attacks/t07-many-epochs.ts';
import { margins } from './attacks/t08-margins.ts';
import { reconstruction } from './attacks/t10-reconstruction.ts';
import { likelihoodRatio } from './attacks/t11-likelihood-ratio.ts';
import { search } from './attacks/t12-search.ts';
import { wholeRows } from './attacks/t13-whole-rows.ts';
import { singlingOut } from './attacks/t14-singling-out.ts';
import { geography } from './attacks/t15-geography.ts';
import { linking } from './attacks/t16-linking.ts';
import { sideChannels } from './attacks/t17-side-channels.ts';
import { collusion } from './attacks/t18-collusion.ts';
import { knowingOthers } from './attacks/t19-knowing-others.ts';
import type { Attack } from './result.ts';

/** The attacks of disclosure.md, section 10, in its order, and one that it lacks; T20 is part of T06, and T21 of T13. */
export const suite: readonly Attack[] = [
  askingAgain,
  partitions,
  isolatingDifference,
  equalSets,
  oneChange,
  fakePeople,
  manyEpochs,
  margins,
  reconstruction,
  likelihoodRatio,
  search,
  wholeRows,
  singlingOut,
  geography,
  linking,
  sideChannels,
  collusion,
  knowingOthers,
];
