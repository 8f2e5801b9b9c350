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
  /** Any measure that grows with certainty. */
  confidence: number;
  right: boolean;
  /** The probability with which the best guess without the API is right. */
  baseline: number;
};

export type Claims = {
  value: number;
  upper: number;
  low: number;
  claimRate: number;
  baseline: number;
  n: number;
};

/**
 * How much better than guessing an attacker is: (success − baseline) / (1 − baseline), with the interval of success.
 *
 * The attacker may keep silent about targets of which they are unsure, as long as they speak about 1 % of them. Of all
 * thresholds the one counts that shows most surely that the attack works: the lower end of its interval is the highest.
 * (The highest value itself would be luck among few claims.)
 */
export function bestClaims(guesses: readonly Guess[]): Claims {
  const surest = guesses.toSorted((a, b) => b.confidence - a.confidence);
  let [right, baseline] = [0, 0];
  let best: Claims | undefined;
  for (const [place, guess] of surest.entries()) {
    right += guess.right ? 1 : 0;
    baseline += guess.baseline;
    const claimed = place + 1;
    // Guesses of the same confidence are claimed together.
    if (surest[claimed]?.confidence === guess.confidence || claimed < guesses.length / 100) continue;
    const claims = {
      ...confidenceIncrease(right, claimed, baseline / claimed),
      claimRate: claimed / guesses.length,
      n: guesses.length,
    };
    if (!best || claims.low > best.low) best = claims;
  }
  if (!best) throw new RangeError('An attack without targets shows nothing.');
  return best;
}

function confidenceIncrease(right: number, claimed: number, baseline: number) {
  const above = (share: number) => (share - baseline) / (1 - baseline);
  const { low, high } = wilson(right, claimed);
  return { value: above(right / claimed), low: above(low), upper: above(high), baseline };
}

/** The area under the curve: how often a positive scores higher than a negative, with Hanley and McNeil's upper end. */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
): { value: number; upper: number } {
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
  return { value, upper: Math.min(1, value + 1.96 * Math.sqrt(Math.max(0, variance))) };
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
