import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { type PoolDimension, PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Pool, Table } from '../api.ts';
import { forbiddenForms } from '../forbidden.ts';
import { estimated, likelihoodIn, poisson } from '../mechanisms/likelihood.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess, rootMeanSquare } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import type { Truth } from '../truth.ts';
import type { Attacked } from '../world.ts';

/** Dimensions of which everybody has exactly one code, so that the rows of a table add up to its base. */
const partitioning: readonly PoolDimension[] = [
  'occupation',
  'place',
  'education',
  'experience',
  'gender',
  'age',
];

/**
 * Splits a group in every way that the grammar admits, adds each split up again, and averages: the parts have noise of
 * their own. A group is also what remains of a broader one without its siblings. Estimates are weighted by their
 * variance; what is withheld is replaced by its expectation. The forms that would admit any number of splits are tried too.
 * Source: Asghar and Kaafar (2020), Averaging Attacks on Bounded Noise-based Disclosure Control Algorithms, PoPETs 2020(2).
 */
export const partitions: Attack = {
  id: 'T02',
  run: async ({ towns, effort }) => {
    const all = await towns();
    return [...(await runT02(all, effort.targets)), await tryForbiddenForms(all)];
  },
};

export async function runT02(subjects: readonly Subject[], targets: number): Promise<Result[]> {
  const guesses: Guess[] = [];
  const errors: number[] = [];
  for (const [nth, subject] of subjects.entries()) {
    const random = makeRandom(`T02 ${nth}`);
    for (const cell of sample(random, basesOf(subject.truth), targets / subjects.length)) {
      const estimate = await estimateWithSiblings(subject, cell);
      if (!estimate) continue;
      const error = estimate.mean - subject.truth.count(cell);
      errors.push(error);
      guesses.push({ confidence: -estimate.variance, right: Math.abs(error) < 0.5, baseline: 0 });
    }
  }
  const [rmse, n] = [rootMeanSquare(errors), errors.length];
  const all = errors.filter((error) => Math.abs(error) < 0.5).length / n;
  const note = `every split by one or two dimensions, and the siblings; RMSE ${rmse.toFixed(2)}, exact ${all.toFixed(3)} of all`;
  // The error has an interval of about ± 1/√(2n) of itself; it must not be smaller than 1.3.
  const spread = 1.96 / Math.sqrt(2 * n) / rmse;
  const precision = { value: 1 / rmse, low: 1 / rmse - spread, upper: 1 / rmse + spread, n };
  return [
    resultOf('T02', 'exact', bestClaims(guesses), 0.25, note),
    resultOf('T02', 'precision', precision, 1 / 1.3, `${note}; the inverse of the RMSE`),
  ];
}

/** Everything of one or two conditions that may be asked about on its own. */
function basesOf(truth: Truth): Cell[] {
  const conditions = partitioning.flatMap((dimension) =>
    truth.codes(dimension).map((code) => ({ [dimension]: code })),
  );
  const two = conditions.flatMap((one, at) =>
    conditions.slice(at + 1).map((other) => ({ ...one, ...other })),
  );
  const cells = [...conditions, ...two.filter((cell) => Object.keys(cell).length === 2)];
  return cells.filter((cell) => truth.count(cell) >= 35 && PoolQuery.safeParse(cell).success);
}

type Estimate = { mean: number; variance: number };

/** The noise of more would drown what they tell. */
const mostSiblings = 8;

async function estimateWithSiblings(subject: Subject, cell: Cell): Promise<Estimate | undefined> {
  const own = await estimate(subject, cell);
  if (!own) return undefined;
  const estimates = [own];
  for (const [name, code] of Object.entries(cell)) {
    const dimension = name as PoolDimension;
    const { [dimension]: _, ...rest } = cell;
    const above =
      dimension === 'occupation' && code.length > 2 ? { ...rest, occupation: code.slice(0, -1) } : rest;
    const rows = await rowsBy(subject.pool, above, [dimension]);
    const siblings = rows?.filter(({ where }) => where[dimension] !== code);
    if (!siblings || siblings.length === rows?.length || siblings.length > mostSiblings) continue;
    const broad = await estimate(subject, above, dimension);
    if (!broad) continue;
    const parts: Estimate[] = [];
    for (const { where, count } of siblings) {
      parts.push((await estimate(subject, where)) ?? (await estimateRow(subject, where, count, broad.mean)));
    }
    const others = addUp(parts);
    estimates.push({ mean: broad.mean - others.mean, variance: broad.variance + others.variance });
  }
  return weigh(estimates);
}

/** From one row, and what is to be expected of it where it is not shown: the share that its conditions have alone. */
async function estimateRow(
  { pool, likelihood }: Subject,
  where: Cell,
  count: Row['count'],
  everybody: number,
): Promise<Estimate> {
  const ofRow = likelihoodIn(likelihood, where);
  if (typeof count === 'number') return estimated(ofRow, count, () => 1, count);
  const [all, ...shares] = await Promise.all(
    [{}, ...Object.entries(where).map(([name, code]) => ({ [name]: code }))].map((cell) =>
      totalOf(pool, cell),
    ),
  );
  const expected = shares.reduce<number>((product, share) => product * ((share ?? 5) / (all ?? 1)), all ?? 0);
  const prior = poisson(Math.max(0.2, Math.min(expected, everybody)));
  return estimated(ofRow, null, prior, expected);
}

/** From the cell itself and all of its splits. @param except a dimension that is not split by */
async function estimate(
  { pool, likelihood }: Subject,
  cell: Cell,
  except?: PoolDimension,
): Promise<Estimate | undefined> {
  const total = await totalOf(pool, cell);
  if (typeof total !== 'number') return undefined;
  const estimates: Estimate[] = [estimated(likelihoodIn(likelihood, cell), total, () => 1, total)];
  const free = partitioning.filter(
    (name) => name !== except && (cell[name] === undefined || name === 'occupation' || name === 'place'),
  );
  for (const [at, one] of free.entries()) {
    for (const by of [[one], ...free.slice(at + 1).map((other) => [one, other])]) {
      const rows = await rowsBy(pool, cell, by);
      if (!rows?.length || rows.length > 60 || rows.some(({ count }) => count === undefined)) continue;
      const left = Math.max(0, total - rows.reduce((sum, { count }) => sum + (count ?? 0), 0));
      const withheld = rows.filter(({ count }) => typeof count !== 'number').length;
      const expected = Math.max(0.3, left / Math.max(1, withheld));
      estimates.push(
        addUp(
          rows.map(({ where, count }) => {
            const ofRow = likelihoodIn(likelihood, where);
            return typeof count === 'number'
              ? estimated(ofRow, count, () => 1, count)
              : estimated(ofRow, null, poisson(expected), expected);
          }),
        ),
      );
    }
  }
  return weigh(estimates);
}

type Row = { where: Cell; count: number | null | undefined };

/** The finest rows of a table; undefined where it is refused. */
async function rowsBy(pool: Pool, where: Cell, by: readonly PoolDimension[]): Promise<Row[] | undefined> {
  if (!PoolQuery.safeParse({ ...where, by: by.join(',') }).success) return undefined;
  const table: Table = await pool.ask({ where, by });
  if (table.total === undefined) return undefined;
  const rows = [...table.cells].map(([text, count]) => ({ where: cellOf(text), count }));
  return rows.filter((row) => by.every((name) => row.where[name] !== where[name]));
}

const cellOf = (text: string): Cell => Object.fromEntries(new URLSearchParams(text));

async function totalOf(pool: Pool, where: Cell) {
  return (await pool.ask({ where })).total;
}

const addUp = (parts: readonly Estimate[]): Estimate => ({
  mean: parts.reduce((sum, { mean }) => sum + mean, 0),
  variance: parts.reduce((sum, { variance }) => sum + variance, 0),
});

/** The average with the least variance, of independent estimates. */
function weigh(estimates: readonly Estimate[]): Estimate {
  const weight = estimates.reduce((sum, { variance }) => sum + 1 / variance, 0);
  return {
    mean: estimates.reduce((sum, { mean, variance }) => sum + mean / variance, 0) / weight,
    variance: 1 / weight,
  };
}

async function tryForbiddenForms(all: readonly Attacked[]): Promise<Result> {
  const [attacked] = all;
  if (!attacked) throw new RangeError('Nothing to attack.');
  const accepted: string[] = [];
  const path = `/api/sites/${attacked.town.siteId}/pool`;
  for (const form of forbiddenForms) {
    for (const address of [
      `${path}?${form}`,
      `${path}/history?${form}`,
      `${path}/export?format=csv&${form}`,
    ]) {
      if ((await attacked.account.get(address)).ok) accepted.push(address);
    }
  }
  const [value, n] = [accepted.length, forbiddenForms.length * 3];
  return resultOf(
    'T02',
    'count',
    { value, upper: value, n },
    0,
    `forbidden forms accepted: ${accepted.join(' ') || 'none'}`,
  );
}
