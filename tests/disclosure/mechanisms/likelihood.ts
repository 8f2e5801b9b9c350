import { type Cell, factsIn } from '@kannwas/disclosure/cell';
import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { mixing } from '@kannwas/disclosure/mixing';
import { ptable } from '@kannwas/disclosure/ptable';
import { aboveFloor, defaults, noiseWith } from '@kannwas/disclosure/rules';
import type { Noise } from './ours.ts';

/**
 * How likely a published number is for a true count, by what is public of a mechanism: everything but its keys. Collapse
 * and table rules depend on other cells and are left out.
 * @param facts how many facts the cell tells about its people; none where nobody says
 */
export type Likelihood = (published: number | null, count: number, facts?: number) => number;

/** As our own mechanism publishes a cell. */
export function likelihoodOfOurs(layers: Layers = allLayers, own: Partial<Noise> = {}): Likelihood {
  const settings = { ...defaults, ...own };
  const byFacts = Array.from({ length: 5 }, (_, facts) =>
    distributions({ ...settings, ...noiseWith(facts, settings) }, layers),
  );
  const distribution = (count: number, facts: number): ReadonlyMap<number | null, number> =>
    byFacts[facts]?.(count) ?? new Map();
  if (!layers.mixing) return (published, count, facts = 0) => distribution(count, facts).get(published) ?? 0;
  const blurred = new Map<string, number>();
  return (published, count, facts = 0) => {
    const name = `${published} ${count} ${facts}`;
    const before = blurred.get(name);
    if (before !== undefined) return before;
    let sum = 0;
    for (const [moved, p] of movedBy(count, facts)) {
      sum += p * (distribution(Math.max(0, count + moved), facts).get(published) ?? 0);
    }
    blurred.set(name, sum);
    return sum;
  };
}

type Settings = typeof defaults;

/** What is published of a count, and how likely, before any facts are exchanged. */
function distributions({ D, V, js, hardFloor, threshold, roundTo }: Settings, layers: Layers) {
  const { rows } = ptable({ D, V, js });
  const shownAs = (perturbed: number) => {
    if (layers.threshold && perturbed < threshold) return null;
    return layers.rounding ? Math.round(perturbed / roundTo) * roundTo : perturbed;
  };
  const known = new Map<number, ReadonlyMap<number | null, number>>();
  return (count: number): ReadonlyMap<number | null, number> => {
    const before = known.get(count);
    if (before) return before;
    const shares = new Map<number | null, number>();
    const noise = rows[Math.min(count, rows.length - 1)]?.entries ?? [];
    const above = layers.floor ? passingFloor(count, hardFloor) : 1;
    shares.set(null, 1 - above);
    for (const { v, p } of layers.noise ? noise : [{ v: 0, p: 1 }]) {
      const shown = shownAs(count + v);
      shares.set(shown, (shares.get(shown) ?? 0) + above * p);
    }
    known.set(count, shares);
    return shares;
  };
}

/** How likely so many people are not below the secret floor of their cell. */
export const passingFloor = (count: number, hardFloor: number = defaults.hardFloor): number =>
  count < hardFloor ? 0 : (aboveFloor[count - hardFloor] ?? 256) / 256;

/** So many more are counted where some meet a condition by an exchange and others miss it: as many either way on average. */
function movedBy(count: number, conditions: number): [more: number, chance: number][] {
  // Who exchanges gets the same value again about every other time.
  const expected = (count * conditions * mixing.share) / mixing.of / 2;
  if (expected === 0) return [[0, 1]];
  const chance = poisson(expected);
  const steps = Array.from({ length: 8 }, (_, nth) => nth);
  return steps.flatMap((come) => steps.map((go): [number, number] => [come - go, chance(come) * chance(go)]));
}

/** Exact counts from ten on. */
export const likelihoodOfRaw: Likelihood = (published, count) =>
  published === (count < 10 ? null : count) ? 1 : 0;

/** The cell key method alone. */
export function likelihoodOfCellKey(D: number, V: number): Likelihood {
  const { rows } = ptable({ D, V });
  return (published, count) =>
    rows[Math.min(count, rows.length - 1)]?.entries.find(({ v }) => count + v === published)?.p ?? 0;
}

/** Two layers of normal noise of variance 1 for each condition; taken as three of them where nobody says how many. */
export const likelihoodOfSticky: Likelihood = (published, count, conditions = 3) => {
  if (published === null) return count < 10 ? 1 : 0.01;
  if (conditions === 0) return published === count ? 1 : 0;
  const variance = 2 * conditions;
  return Math.exp(-((published - count) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
};

/** Mean and variance of a count of which something was published, when about so many were expected before. */
export function estimated(
  likelihood: Likelihood,
  published: number | null,
  prior: (count: number) => number,
  around: number,
): { mean: number; variance: number } {
  let [total, first, second] = [0, 0, 0];
  for (let count = Math.max(0, Math.floor(around - 20)); count <= around + 20; count++) {
    const weight = likelihood(published, count) * prior(count);
    total += weight;
    first += weight * count;
    second += weight * count ** 2;
  }
  const mean = total === 0 ? around : first / total;
  return { mean, variance: total === 0 ? 400 : Math.max(0.05, second / total - mean ** 2) };
}

/** How likely a number is for a count of this cell. */
export const likelihoodIn =
  (likelihood: Likelihood, cell: Cell): Likelihood =>
  (published, count) =>
    likelihood(published, count, factsIn(cell));

/** The probability of a count where so many are expected. */
export function poisson(expected: number): (count: number) => number {
  const logs = [0];
  return (count) => {
    for (let n = logs.length; n <= count; n++) logs.push((logs[n - 1] ?? 0) + Math.log(n));
    return Math.exp(count * Math.log(Math.max(expected, 1e-6)) - expected - (logs[count] ?? 0));
  };
}
