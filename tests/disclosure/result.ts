import type { World } from './world.ts';

/** How an attack went. `upper` must not exceed `target`. */
export type Result = {
  id: string;
  metric: Metric;
  value: number;
  /** The ends of the 95 % interval. */
  low: number;
  upper: number;
  target: number;
  pass: boolean;
  claimRate: number;
  baseline: number;
  /** Targets, cells, or requests. */
  n: number;
  /** What was tried, for people. */
  note: string;
  /** Of somebody who knows this share of the others: how often right about all targets, and by guessing alone. */
  knowing?: { known: number; right: number; guessed: number };
};

/** `ci`: how much better than guessing. `exact`, `named`: shares of cells. `count`: of what must not happen at all. */
export type Metric =
  | 'ci'
  | 'auc'
  | 'accuracy'
  | 'exact'
  | 'precision'
  | 'named'
  | 'residual'
  | 'count'
  | 'distinct'
  | 'unheard';

/** An attack of the suite in disclosure.md, section 10. */
export type Attack = { id: string; run: (world: World) => Promise<Result[]> };

type Measured = {
  value: number;
  low?: number;
  upper: number;
  n: number;
  claimRate?: number;
  baseline?: number;
};

/** Holds what was measured against its target. */
export function resultOf(
  id: string,
  metric: Metric,
  { value, low = value, upper, n, claimRate = 1, baseline = 0 }: Measured,
  target: number,
  note: string,
): Result {
  return { id, metric, value, low, upper, target, pass: upper <= target, claimRate, baseline, n, note };
}

/** Of several ways to attack the one that comes closest to its target, or exceeds it most. */
export function worst(results: readonly Result[]): Result {
  const [first, ...others] = results;
  if (!first) throw new RangeError('An attack without results shows nothing.');
  return others.reduce((a, b) => (excess(b) > excess(a) ? b : a), first);
}

const excess = ({ upper, target, pass }: Result): number =>
  (upper + 1e-9) / (target + 1e-9) + (pass ? 0 : 1e6);

/** One result for each attack: the worst of all its ways; it passes when all of them do. */
export function summarise(results: readonly Result[]): Result[] {
  const byId = Map.groupBy(results, ({ id }) => id);
  return [...byId.values()].map(worst).sort((a, b) => a.id.localeCompare(b.id));
}

/**
 * Whether an attack is of the suite that the design names, which has to pass; those that it lacks are stronger, and are measured
 * and published with limits of their own (decision 0036).
 */
export const isRequired = ({ id }: Pick<Result, 'id'>): boolean => Number(id.slice(1)) <= 18;

/** What few targets can show: a quick run fails where even the lower end exceeds the target. */
export const judgedQuickly = (result: Result): Result => ({ ...result, pass: result.low <= result.target });
