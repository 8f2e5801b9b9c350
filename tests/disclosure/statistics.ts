import { makeRandom } from '@kannwas/api/demo/people/random';

/** An interval of a share, both ends included. */
export type Interval = { low: number; high: number };

/** Wilson's 95 % interval of a share. Wilson (1927), Probable inference, JASA 22. */
export function wilson(successes: number, tries: number, z = 1.96): Interval {
  if (tries === 0) return { low: 0, high: 1 };
  const share = successes / tries;
  const centre = (share + z ** 2 / (2 * tries)) / (1 + z ** 2 / tries);
  const half =
    (z / (1 + z ** 2 / tries)) * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** What an attacker says of one target, how sure they are of it, and what is true. */
export type Guess = {
  /** Any measure that grows with certainty; null where the answers tell nothing, so that the attacker keeps silent. */
  confidence: number | null;
  right: boolean;
  /** The probability with which the best guess without the API is right. */
  baseline: number;
  /** The same for all guesses that share noise, such as those about one small town; each stands alone where nothing is said. */
  together?: unknown;
};

/** How much better than guessing, with its interval, and about how many of the n targets the attacker speaks. */
export type Claims = {
  value: number;
  low: number;
  upper: number;
  claimRate: number;
  baseline: number;
  n: number;
};

/** An attacker must speak about so many of their targets. */
const leastClaims = 0.01;

/**
 * How much better than guessing an attacker is: (success − baseline) / (1 − baseline), with the interval of success.
 *
 * The attacker may keep silent about targets of which they are unsure. The best threshold is the one that shows most
 * surely that the attack works: the lower end of its interval is the highest. It is found on one half of the targets and
 * tried on the other, and the other way round, so that luck among few claims is not taken for skill. What shares noise is in the
 * same half: else luck with one town would choose the threshold for the rest of it.
 */
export function bestClaims(guesses: readonly Guess[]): Claims {
  const n = guesses.length;
  const claims = claimed(guesses);
  const claimRate = claims.length / n;
  if (claimRate < leastClaims) return { value: 0, low: 0, upper: 0, claimRate, baseline: 0, n };
  return { ...better(claims), claimRate, n };
}

/** What is said about a target, and whether the same would be right about somebody like them who did not answer. */
export type Controlled = Guess & { controlRight: boolean };

/**
 * How much more often the same claims are right about those who answered than about others of the same groups who did not:
 * (success − control) / (1 − control). What is left is what somebody's own answers tell; the rest would be known without them.
 * The interval is that of two shares of the same claims, with half a claim more of each kind, widened as `designEffect` says.
 * Sources: Giomi et al. (2023), A Unified Framework for Quantifying Privacy Risk in Synthetic Data, PoPETs 2023(2); Agresti and Min
 * (2005), Simple improved confidence intervals for comparing matched proportions, Statistics in Medicine 24.
 */
export function beyondControl(guesses: readonly Controlled[]): Claims {
  const n = guesses.length;
  const claims = claimed(guesses);
  const claimRate = claims.length / n;
  if (claimRate < leastClaims) return { value: 0, low: 0, upper: 0, claimRate, baseline: 0, n };
  const control = mean(claims.map(({ controlRight }) => Number(controlRight)));
  const alone = (is: boolean) =>
    0.5 + claims.filter(({ right, controlRight }) => right === is && controlRight !== is).length;
  const [more, less, all] = [alone(true), alone(false), claims.length + 2];
  const difference = (more - less) / all;
  const spread = Math.sqrt(more + less - (more - less) ** 2 / all) / all;
  const half =
    1.96 * spread * Math.sqrt(designEffect(claims, (one) => Number(one.right) - Number(one.controlRight)));
  const than = (share: number) => share / (1 - Math.min(control, 0.99));
  return {
    ...{ value: than(difference), low: than(difference - half), upper: than(difference + half) },
    ...{ claimRate, baseline: control, n },
  };
}

/** What the attacker says at the best threshold; all that they could say where that is less than they must. */
function claimed<G extends Guess>(guesses: readonly G[]): (G & Spoken)[] {
  const n = guesses.length;
  const spoken = guesses.flatMap((guess) =>
    guess.confidence === null ? [] : [{ ...guess, confidence: guess.confidence }],
  );
  if (spoken.length < leastClaims * n) return spoken;
  const { chance } = makeRandom('halves');
  const halves = new Map<unknown, 'one' | 'other'>();
  const halfOf = ({ together }: Guess) => {
    const half = halves.get(together) ?? (chance(0.5) ? 'one' : 'other');
    if (together !== undefined) halves.set(together, half);
    return half;
  };
  const { one = [], other = [] } = Object.groupBy(spoken, halfOf);
  const claims = [...above(one, bestThreshold(other, n / 2)), ...above(other, bestThreshold(one, n / 2))];
  // Where the threshold of one half is never reached in the other, all that was said counts.
  return claims.length < leastClaims * n ? spoken : claims;
}

type Spoken = Guess & { confidence: number };

const above = <G extends Spoken>(guesses: readonly G[], threshold: number): G[] =>
  guesses.filter(({ confidence }) => confidence >= threshold);

/** @param targets how many there are, also those about which nothing is said */
function bestThreshold(guesses: readonly Spoken[], targets: number): number {
  const surest = guesses.toSorted((a, b) => b.confidence - a.confidence);
  let [right, baseline] = [0, 0];
  let best = { low: Number.NEGATIVE_INFINITY, threshold: Number.NEGATIVE_INFINITY };
  for (const [place, guess] of surest.entries()) {
    right += guess.right ? 1 : 0;
    baseline += guess.baseline;
    const claimed = place + 1;
    // Guesses of the same confidence are claimed together.
    if (surest[claimed]?.confidence === guess.confidence || claimed < leastClaims * targets) continue;
    const { low } = increase(right, claimed, baseline / claimed);
    if (low > best.low) best = { low, threshold: guess.confidence };
  }
  return best.threshold;
}

/**
 * How much fewer claims would tell as much, did each stand alone: guesses that share noise are right or wrong together. At least 1.
 * Source: Kish (1965), Survey Sampling, on clusters.
 */
function designEffect<G extends Guess>(claims: readonly G[], of: (claim: G) => number): number {
  const middle = mean(claims.map(of));
  const sums = new Map<unknown, number>();
  let alone = 0;
  for (const claim of claims) {
    const off = of(claim) - middle;
    const group = claim.together ?? claim;
    sums.set(group, (sums.get(group) ?? 0) + off);
    alone += off ** 2;
  }
  const together = [...sums.values()].reduce((sum, off) => sum + off ** 2, 0);
  return alone === 0 ? 1 : Math.max(1, together / alone);
}

function better(claims: readonly Guess[]) {
  const worth = designEffect(claims, ({ right }) => Number(right));
  return increase(
    claims.filter(({ right }) => right).length / worth,
    claims.length / worth,
    mean(claims.map(({ baseline }) => baseline)),
  );
}

function increase(right: number, claimed: number, baseline: number) {
  const than = (share: number) => (share - baseline) / (1 - baseline);
  const { low, high } = wilson(right, claimed);
  return { value: than(right / claimed), low: than(low), upper: than(high), baseline };
}

/** The area under the curve: how often a positive scores higher than a negative, with Hanley and McNeil's interval. */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
): { value: number; low: number; upper: number } {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    const meanRank = (from + to + 1) / 2;
    rankSum += meanRank * all.slice(from, to).filter(({ positive }) => positive).length;
    from = to;
  }
  const [p, n] = [positives.length, negatives.length];
  const value = (rankSum - (p * (p + 1)) / 2) / (p * n);
  const [q1, q2] = [value / (2 - value), (2 * value ** 2) / (1 + value)];
  const variance =
    (value * (1 - value) + (p - 1) * (q1 - value ** 2) + (n - 1) * (q2 - value ** 2)) / (p * n);
  const half = 1.96 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(0, value - half), upper: Math.min(1, value + half) };
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The root of the mean square. */
export const rootMeanSquare = (numbers: readonly number[]): number =>
  Math.sqrt(mean(numbers.map((number) => number ** 2)));

/** The p-th part of the numbers in order, p from 0 to 1. */
export function quantile(numbers: readonly number[], p: number): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(p * ordered.length))] ?? Number.NaN;
}
