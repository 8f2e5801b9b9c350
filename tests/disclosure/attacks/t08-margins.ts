import { makeRandom } from '@kannwas/api/demo/people/random';
import { factsIn } from '@kannwas/disclosure/cell';
import { type Entry, type Grid, gridsOf, readGrid } from '../margins/grid.ts';
import { boundsOf, shuttle } from '../margins/shuttle.ts';
import { estimated, likelihoodIn, poisson } from '../mechanisms/likelihood.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess, wilson } from '../statistics.ts';
import type { Subject } from '../subject.ts';

/**
 * Works out what a table withholds from what it shows. T08 takes nothing but what is certain: bounds by all lines at
 * once. T09 takes what is likely: the margin less the rest, and what the margins let expect.
 * Source: Fischetti and Salazar-González (2000), Models and Algorithms for Optimizing Cell Suppression in Tabular Data,
 * JASA 95; the "margin programme" of Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
 */
export const margins: Attack = {
  id: 'T08',
  run: async ({ towns, effort, layers }) => runT08(await towns(), layers.collapse, effort.targets),
};

/** @param tables so many, over all subjects */
export async function runT08(
  subjects: readonly Subject[],
  collapses: boolean,
  tables: number,
): Promise<Result[]> {
  const guesses: Guess[] = [];
  const counts = { named: 0, withheld: 0 };
  for (const [nth, subject] of subjects.entries()) {
    const random = makeRandom(`T08 ${nth}`);
    for (const wanted of sample(random, gridsOf(subject.truth), tables / subjects.length)) {
      const grid = await readGrid(subject.pool, wanted);
      if (!grid) continue;
      const known = new Map<string, ReturnType<typeof boundsOf>>();
      const bounds = shuttle(grid, ({ cell, published }) => {
        const name = `${published} of ${factsIn(cell)}`;
        const likelihood = likelihoodIn(subject.likelihood, cell);
        const found = known.get(name) ?? boundsOf(likelihood, published, collapses);
        known.set(name, found);
        return found;
      });
      for (const [row, line] of grid.inner.entries()) {
        for (const [column, entry] of line.entries()) {
          if (typeof entry.published === 'number') continue;
          const { low, high } = bounds?.get(entry) ?? { low: 0, high: 1 };
          counts.withheld += 1;
          if (low === high && low === subject.truth.count(entry.cell)) counts.named += 1;
          // A few of each table are enough.
          if (random.chance(0.2)) guesses.push(guess(subject, grid, { row, column }));
        }
      }
    }
  }
  const { named, withheld } = counts;
  const share = {
    value: named / withheld,
    low: wilson(named, withheld).low,
    upper: wilson(named, withheld).high,
    n: withheld,
  };
  return [
    resultOf(
      'T08',
      'named',
      share,
      0.001,
      'withheld cells whose count follows from the lines of their table',
    ),
    resultOf('T09', 'ci', bestClaims(guesses), 0.05, 'withheld cells as the margin less the rest'),
  ];
}

/** Weighs every count of a withheld cell: by both margins together, and by what remains of each line. */
function guess(
  { truth, likelihood }: Subject,
  grid: Grid,
  { row, column }: { row: number; column: number },
): Guess {
  const entry = grid.inner[row]?.[column];
  const [own, across] = [grid.rows[row], grid.columns[column]];
  if (!entry || !own || !across) throw new RangeError('There is no such cell.');
  const ofEntry = likelihoodIn(likelihood, entry.cell);
  const published = entry.published ?? null;
  const expected = expectedIn(grid, row, column);
  const lines = [
    remainder(
      own,
      (grid.inner[row] ?? []).map((one, at) => [one, expectedIn(grid, row, at)]),
      column,
    ),
    remainder(
      across,
      grid.inner.map((line, at) => [line[column], expectedIn(grid, at, column)]),
      row,
    ),
  ];
  const weights = Array.from(
    { length: 40 },
    (_, count) =>
      lines.reduce(
        (weight, { mean, variance }) => weight * Math.exp(-((count - mean) ** 2) / (2 * variance)),
        1,
      ) *
      poisson(expected)(count) *
      ofEntry(published, count),
  );
  const trueMargins = (truth.count(own.cell) * truth.count(across.cell)) / truth.count(grid.total.cell);
  const before = Array.from(
    { length: 40 },
    (_, count) => poisson(trueMargins)(count) * ofEntry(published, count),
  );
  const [now, usual] = [likeliest(weights), likeliest(before)];
  return { confidence: now.share, right: now.count === truth.count(entry.cell), baseline: usual.share };

  /** What is left of a line without one of its cells; what is withheld counts as expected. */
  function remainder(sum: Entry, parts: readonly (readonly [Entry | undefined, number])[], except: number) {
    const estimates = parts.map(([part, around]) =>
      typeof part?.published === 'number'
        ? estimated(likelihoodIn(likelihood, part.cell), part.published, () => 1, part.published)
        : estimated(ofEntry, null, poisson(around), around),
    );
    const others = estimates.filter((_, at) => at !== except);
    const all =
      typeof sum.published === 'number'
        ? estimated(likelihoodIn(likelihood, sum.cell), sum.published, () => 1, sum.published)
        : { mean: 5, variance: 1e4 };
    return {
      mean: all.mean - others.reduce((added, { mean }) => added + mean, 0),
      variance: all.variance + others.reduce((added, { variance }) => added + variance, 0),
    };
  }
}

/** What both margins let expect, were the attributes independent. A withheld margin stands for three people. */
function expectedIn({ total, rows, columns }: Grid, row: number, column: number): number {
  return Math.max(
    0.05,
    ((rows[row]?.published ?? 3) * (columns[column]?.published ?? 3)) / (total.published ?? 1),
  );
}

function likeliest(weights: readonly number[]): { count: number; share: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const greatest = Math.max(...weights);
  return { count: weights.indexOf(greatest), share: total === 0 ? 0 : greatest / total };
}
