/** What one row of a p-table asks for. All numbers are counts of people, or their squares. */
type NoiseProblem = {
  /** The possible noise values, ascending. */
  values: readonly number[];
  /** Upper bound of the variance. */
  V: number;
  /** Lower bound of p(0), from 0 up to but without 1. */
  stay: number;
  /** Whether, left of 0, a noise closer to 0 may not be less likely than one further away. */
  mono: boolean;
};

export const mean = (values: readonly number[], p: readonly number[]) => sum(values, (v, k) => v * at(p, k));
export const variance = (values: readonly number[], p: readonly number[]) =>
  sum(values, (v, k) => v * v * at(p, k)) - mean(values, p) ** 2;

/**
 * Finds the least informative noise: the probabilities of greatest entropy that keep the bounds.
 *
 * With Lagrange multipliers the solution is log p_k = β·v_k + γ·v_k² + μ·[v_k = 0] + constant, where β makes the
 * mean 0, γ ≤ 0 pulls the variance down to V, and μ ≥ 0 lifts p(0) to `stay`; γ or μ is 0 where its bound is kept
 * anyway. The dual is convex, so each condition grows with its multiplier, and its root is found for each in turn.
 * Source: Giessing (2016), Computational Issues in the Design of Transition Probabilities, PSD 2016, LNCS 9867.
 *
 * Throws a RangeError where no noise keeps the bounds.
 */
export function maximumEntropy({ values, V, stay, mono }: NoiseProblem): number[] {
  const zero = values.indexOf(0);

  const shape = (beta: number, gamma: number, mu: number) => {
    const scores = values.map((v, k) => beta * v + gamma * v * v + (k === zero ? mu : 0));
    return normalised(mono ? ascendingUpTo(zero, scores) : scores);
  };
  const unbiased = (gamma: number, mu: number) =>
    shape(
      root((beta) => mean(values, shape(beta, gamma, mu)), -1, 1),
      gamma,
      mu,
    );
  const staying = (gamma: number) => {
    const free = unbiased(gamma, 0);
    if (zero === -1 || at(free, zero) >= stay) return free;
    return unbiased(
      gamma,
      root((mu) => at(unbiased(gamma, mu), zero) - stay, 0, 1),
    );
  };

  const widest = staying(0);
  if (variance(values, widest) <= V) return widest;
  return staying(root((gamma) => variance(values, staying(gamma)) - V, -1, 0));
}

/**
 * Makes scores ascend up to and including position `last` by averaging neighbours that do not (isotonic regression).
 *
 * "Pool adjacent violators" gives the exact optimum for entropy too: members of a pool share one probability,
 * and its logarithm is the mean of their scores. Barlow and Brunk (1972), The isotonic regression problem and its dual.
 */
function ascendingUpTo(last: number, scores: readonly number[]): number[] {
  const pools: { score: number; size: number }[] = [];
  for (const score of scores.slice(0, last + 1)) {
    let pool = { score, size: 1 };
    for (let before = pools.at(-1); before && before.score > pool.score; before = pools.at(-1)) {
      pools.pop();
      const size = before.size + pool.size;
      pool = { score: (before.score * before.size + pool.score * pool.size) / size, size };
    }
    pools.push(pool);
  }
  return [...pools.flatMap(({ score, size }) => Array<number>(size).fill(score)), ...scores.slice(last + 1)];
}

/** Turns logarithms into probabilities; the greatest is taken off first, so that nothing overflows. */
function normalised(scores: readonly number[]): number[] {
  const greatest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - greatest));
  const total = sum(weights, (weight) => weight);
  return weights.map((weight) => weight / total);
}

/**
 * Finds where a growing function crosses 0, widening the first guess as long as both ends have the same sign.
 *
 * Chandrupatla (1997), Advances in Engineering Software 28(3): a parabola through three points where they lie on one, the
 * middle where they do not. Three multipliers are nested, so the steps saved multiply.
 */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [point(f, low), point(f, high)];
  for (; a.y > 0; a = point(f, a.x * 2 - 1))
    if (a.x < -limit) throw new RangeError('No noise keeps the bounds.');
  for (; b.y < 0; b = point(f, b.x * 2 + 1))
    if (b.x > limit) throw new RangeError('No noise keeps the bounds.');
  for (let part = 0.5; ; ) {
    const next = point(f, a.x + part * (b.x - a.x));
    const isSameSide = Math.sign(next.y) === Math.sign(a.y);
    const third = isSameSide ? a : b;
    if (!isSameSide) b = a;
    a = next;
    const best = Math.abs(a.y) < Math.abs(b.y) ? a : b;
    const least = (1e-13 * Math.max(1, Math.abs(best.x))) / Math.abs(b.x - a.x);
    if (best.y === 0 || least > 0.5) return best.x;
    part = Math.min(1 - least, Math.max(least, guess(a, b, third)));
  }
}

type Point = { x: number; y: number };
const point = (f: (x: number) => number, x: number): Point => ({ x, y: f(x) });

/** Where between a and b, as a share of the way, a parabola through three points crosses 0; one half where there is none. */
function guess(a: Point, b: Point, third: Point): number {
  const xi = (a.x - b.x) / (third.x - b.x);
  const phi = (a.y - b.y) / (third.y - b.y);
  if (phi ** 2 >= xi || (1 - phi) ** 2 >= 1 - xi) return 0.5;
  const slope = (third.x - a.x) / (b.x - a.x);
  return (
    (a.y / (b.y - a.y)) * (third.y / (b.y - third.y)) +
    slope * (a.y / (third.y - a.y)) * (b.y / (third.y - b.y))
  );
}

/** Multipliers stand in an exponent: beyond this they no longer move a double. */
const limit = 2 ** 16;

function sum(numbers: readonly number[], term: (x: number, k: number) => number): number {
  return numbers.reduce((total, x, k) => total + term(x, k), 0);
}

function at(numbers: readonly number[], k: number): number {
  const x = numbers[k];
  if (x === undefined) throw new RangeError(`Nothing stands at position ${k}.`);
  return x;
}
