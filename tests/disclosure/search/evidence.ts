import { noiseWith } from '@kannwas/disclosure/rules';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import type { Likelihood } from '../mechanisms/likelihood.ts';
import { chances } from '../population.ts';
import { both, size } from '../truth.ts';
import type { Secret, Sighting } from './queries.ts';

const levels: readonly string[] = ['none', ...listedCodes.german];

/** 1 where somebody with this value counts under a code. */
const reaches = ({ dimension }: Secret, value: string, code: string): number =>
  Number(dimension === 'german' ? levels.indexOf(value) >= levels.indexOf(code) : value === code);

/** How often anybody counts under two codes at once. */
function shareOf(secret: Secret, code: string, other = code): number {
  const weighted = chances[secret.dimension]();
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const both = weighted.filter(
    ([value]) => reaches(secret, value, code) * reaches(secret, value, other) === 1,
  );
  return both.reduce((sum, [, weight]) => sum + weight / total, 0);
}

/**
 * What one group says about somebody in it: the logarithm of the likelihood ratio of the two values, where the others
 * have each value as often as anybody.
 */
export function ratioOf({ people, facts, shown }: Sighting, secret: Secret, likelihood: Likelihood): number {
  return [...shown].reduce((sum, [code, published]) => {
    const share = shareOf(secret, code);
    const [least, most] = published === null ? [0, 25] : [Math.max(0, published - 15), published + 15];
    const [first = 0, second = 0] = secret.values.map((value) => {
      let chance = 1e-4;
      for (let count = least; count <= Math.min(people - 1, most); count++) {
        const others = binomial(people - 1, share, count);
        chance += others * likelihood(published, count + reaches(secret, value, code), facts);
      }
      return chance;
    });
    return sum + Math.log(second / first);
  }, 0);
}

/** The variance of what is shown beside the count, as of our own noise and rounding. */
const varianceOf = ({ facts }: Sighting) => noiseWith(facts).V + 2;

/**
 * What all groups together say, knowing how many people any two of them share: generalised least squares, the likelihood
 * ratio where noise and counts are normal.
 * Source: Dinur and Nissim (2003), Revealing Information while Preserving Privacy, PODS 2003.
 */
export function leastSquares(sightings: readonly Sighting[], secret: Secret): number {
  const seen = sightings.flatMap((sighting, group) => {
    const noise = varianceOf(sighting);
    return [...sighting.shown].flatMap(([code, count]) =>
      count === null ? [] : [{ group, people: sighting.people, code, count, noise }],
    );
  });
  const shared = sightings.map((a) => sightings.map((b) => size(both(a.members, b.members)) - 1));
  const [first, second] = secret.values.map((value) => seen.map(({ code }) => reaches(secret, value, code)));
  const codes: readonly string[] = listedCodes[secret.dimension];
  const shares = new Map(codes.map((code) => [code, shareOf(secret, code)]));
  const surplus = seen.map(
    ({ people, code, count }, at) =>
      count - (people - 1) * (shares.get(code) ?? 0) - ((first?.[at] ?? 0) + (second?.[at] ?? 0)) / 2,
  );
  const together = new Map(
    codes.flatMap((a) =>
      codes.map(
        (b) => [`${a} ${b}`, shareOf(secret, a, b) - shareOf(secret, a) * shareOf(secret, b)] as const,
      ),
    ),
  );
  const covariance = seen.map((a, row) =>
    Float64Array.from(seen.slice(0, row + 1), (b, column) => {
      const others = shared[a.group]?.[b.group] ?? 0;
      return others * (together.get(`${a.code} ${b.code}`) ?? 0) + (row === column ? a.noise : 0);
    }),
  );
  return solve(covariance, surplus).reduce(
    (sum, one, at) => sum + one * ((second?.[at] ?? 0) - (first?.[at] ?? 0)),
    0,
  );
}

/** Solves a symmetric positive system by Cholesky's method; `lower` is its lower triangle, and is overwritten. */
export function solve(lower: readonly Float64Array[], right: readonly number[]): number[] {
  const x = [...right];
  for (const [row, values] of lower.entries()) {
    for (let column = 0; column <= row; column++) {
      const other = lower[column] ?? values;
      let rest = values[column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (values[k] ?? 0) * (other[k] ?? 0);
      values[column] = row === column ? Math.sqrt(Math.max(1e-9, rest)) : rest / (other[column] ?? 1);
    }
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (values[k] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (values[row] ?? 1);
  }
  for (let row = x.length - 1; row >= 0; row--) {
    const values = lower[row];
    x[row] = (x[row] ?? 0) / (values?.[row] ?? 1);
    for (let k = 0; k < row; k++) x[k] = (x[k] ?? 0) - (values?.[k] ?? 0) * (x[row] ?? 0);
  }
  return x;
}

const logFactorials = [0];
function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next++) {
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  }
  return logFactorials[n] ?? 0;
}

const binomial = (n: number, p: number, k: number): number =>
  Math.exp(
    logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p),
  );
