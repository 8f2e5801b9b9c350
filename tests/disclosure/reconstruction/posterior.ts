import type { Random } from '@kannwas/api/demo/people/random';
import { shareFact } from '@kannwas/disclosure/cell';
import { factTauBounds, tauBounds } from '@kannwas/disclosure/rules';
import type { Published } from '../api.ts';
import { type Likelihood, passingFloor } from '../mechanisms/likelihood.ts';
import { cells, margins, marginsOf } from './grid.ts';

/** What an attacker knows of a mechanism, which is everything but its keys. */
export type Known = { likelihood: Likelihood; collapses: boolean };

/** The counts of the finest cells, and of all margins. */
export class Counts {
  readonly cells = new Int32Array(cells.length);
  readonly margins = new Int32Array(margins.length);

  constructor(counts: ArrayLike<number> = []) {
    for (let cell = 0; cell < counts.length; cell++) this.add(cell, counts[cell] ?? 0);
  }

  add(cell: number, people: number) {
    this.cells[cell] = (this.cells[cell] ?? 0) + people;
    for (const margin of marginsOf[cell] ?? []) {
      this.margins[margin] = (this.margins[margin] ?? 0) + people;
    }
  }
}

/** Makes the function that weighs possible counts by everything that was shown. Logarithms. */
export function evidenceOf(
  shown: readonly Published[],
  { likelihood, collapses }: Known,
  people: number,
): (counts: Counts) => number {
  const alone = margins.map(({ where }, at) => {
    const conditions = Object.keys(where).length;
    return Float64Array.from({ length: people + 1 }, (_, count) => {
      const one = shown[at];
      return one === undefined ? 1 : likelihood(one, count, conditions);
    });
  });
  const weigh = (at: number, counts: Int32Array): number => {
    const count = counts[at] ?? 0;
    const own = alone[at]?.[count] ?? 0;
    const passes = passingFloor(count);
    if (!collapses || shown[at] === undefined || passes === 0) return own;
    let [left, sum] = [passes, 0];
    // The largest broader cell whose τ is greater than the difference gives its answer.
    for (const above of sortedBySize(margins[at]?.broader ?? [], counts, count + factTauBounds.most)) {
      const more = (counts[above] ?? 0) - count;
      const { least, most } = shareFact(margins[at]?.where ?? {}, margins[above]?.where ?? {})
        ? factTauBounds
        : tauBounds;
      const share = Math.max(0, Math.min(1, (most - more) / (most - least + 1)));
      const answer = shown[above];
      const fits = answer === undefined ? own : answer === shown[at] ? 1 : 0;
      sum += left * share * fits;
      left *= 1 - share;
    }
    // Below its floor a cell is withheld, whatever is near; `own` holds that once for all ways.
    const below = shown[at] === null ? 1 - passes : 0;
    return sum + below + (left / passes) * Math.max(0, own - below);
  };
  return ({ margins: counts }) => {
    let sum = 0;
    for (let at = 0; at < margins.length; at++) {
      if (shown[at] === undefined) continue;
      // What cannot be is nearly impossible, the more so the further away, so that a search finds its way out.
      const far = Math.abs((shown[at] ?? 5) - (counts[at] ?? 0));
      sum += Math.log(weigh(at, counts) + 1e-6 * Math.exp(-Math.min(50, far)));
    }
    return sum;
  };
}

function sortedBySize(broader: readonly number[], counts: Int32Array, below: number): number[] {
  const near = broader.filter((at) => (counts[at] ?? 0) < below);
  return near.length < 2 ? near : near.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
}

type Reconstruction = {
  /** Nothing is known but the margins of each attribute where it is always 0. */
  evidence: (counts: Counts) => number;
  /** Of whom the attacker knows everything, by cell. */
  known: Int32Array;
  /** The others, in any table that has their margins of each attribute alone. */
  others: Int32Array;
  random: Random;
  steps: number;
};

/**
 * Draws from all tables that are possible, each as often as it is likely: how often each cell has each count. The margins
 * of each attribute alone are known.
 *
 * A step moves people along two or all three attributes at once, so that margins stay as they are; the first third of
 * the steps is heated, to leave what only looks best from nearby.
 * Source: Diaconis and Sturmfels (1998), Algebraic algorithms for sampling from conditional distributions, Annals of
 * Statistics 26(1); Metropolis et al. (1953).
 */
export function reconstruct({ evidence, known, others, random, steps }: Reconstruction): Float64Array[] {
  const free = others.slice();
  const counts = new Counts(known.map((people, cell) => people + (free[cell] ?? 0)));
  const histograms = cells.map(() => new Float64Array(counts.margins[0] ?? 0));
  const heated = Math.floor(steps / 3);
  let weight = evidence(counts);
  for (let step = 0; step < steps; step++) {
    const move = randomMove(random);
    if (move.every(([cell, sign]) => (free[cell] ?? 0) + sign >= 0)) {
      const heat = step < heated ? 0.05 ** (1 - step / heated) : 1;
      let prior = 0;
      for (const [cell, sign] of move) {
        const people = free[cell] ?? 0;
        prior += sign > 0 ? -Math.log(people + 1) : Math.log(people);
        counts.add(cell, sign);
      }
      const moved = evidence(counts);
      if (Math.log(random.next()) < prior + heat * (moved - weight)) {
        weight = moved;
        for (const [cell, sign] of move) free[cell] = (free[cell] ?? 0) + sign;
      } else for (const [cell, sign] of move) counts.add(cell, -sign);
    }
    if (step < heated) continue;
    for (const [cell, histogram] of histograms.entries()) {
      const people = counts.cells[cell] ?? 0;
      histogram[people] = (histogram[people] ?? 0) + 1 / (steps - heated);
    }
  }
  return histograms;
}

/** Some cells with more people and others with fewer: the differences along two or three attributes. */
function randomMove(random: Random): [cell: number, sign: 1 | -1][] {
  const along = random.oneOf([0b011, 0b101, 0b110, 0b111]);
  let move: [number, 1 | -1][] = [[0, 1]];
  for (const [axis, size] of [9, 3, 1].entries()) {
    const first = random.between(0, 2);
    const second = (first + random.between(1, 2)) % 3;
    move = move.flatMap(([cell, sign]) =>
      along & (1 << axis)
        ? [
            [cell + size * first, sign],
            [cell + size * second, -sign as 1 | -1],
          ]
        : [[cell + size * first, sign]],
    );
  }
  return move;
}
