import { maximumEntropy, mean, variance } from './entropy.ts';

/** One possible noise: its size, its probability, and the upper end of its share of [0, 1). */
type PTableEntry = { v: number; p: number; ub: number };

/** The noise for original count i; mean and variance are those of the rounded probabilities. */
type PTableRow = { i: number; entries: readonly PTableEntry[]; mean: number; variance: number };

/** The perturbation table: row i for i = 0 … i_max; the last row serves every greater count. */
export type PTable = { D: number; V: number; js: number; rows: readonly PTableRow[] };

type PTableParameters = {
  /** Greatest noise, in people. */
  D: number;
  /** Variance of the noise, in people². */
  V: number;
  /** Results 1 … js never occur. 0 by default. */
  js?: number;
  /** Least probability of no noise; one value, or one per i = 1 … i_max. None by default. */
  pstay?: number | readonly number[];
  /** Left of 0, noise closer to 0 is at least as likely; one value, or one per i = 1 … i_max. True by default. */
  mono?: boolean | readonly boolean[];
};

/** Thrown where no noise has the wanted properties; the message names the parameter and the remedy. */
export class PTableInfeasible extends Error {
  override name = 'PTableInfeasible';
}

/**
 * Builds the table of noise for the cell key method by maximum entropy.
 *
 * Every row has mean 0, variance ≤ V, no noise beyond ±D, and never leads below 0 or to 1 … js.
 * Method and edge cases (`pstay`, `mono`, rounding to 8 decimals) follow the R package `ptable` of the German statistical office.
 */
export function ptable({ D, V, js = 0, pstay = 0, mono = true }: PTableParameters): PTable {
  checkFeasible(D, V, js);
  const last = js > 0 ? D + js + 1 : D;
  const stays = perRow('pstay', pstay, last);
  const monos = perRow('mono', mono, last);
  if (!stays.every((stay) => stay >= 0 && stay < 1)) {
    throw new PTableInfeasible('pstay is a probability from 0 up to but without 1.');
  }

  const rows: PTableRow[] = [{ i: 0, entries: [{ v: 0, p: 1, ub: 1 }], mean: 0, variance: 0 }];
  for (const [k, stay] of stays.entries()) {
    const i = k + 1;
    const values = possibleNoise(i, D, js);
    rows.push(rounded(i, values, probabilities(values, V, stay, monos[k] ?? true)));
  }
  return { D, V, js, rows };
}

/** Looks up the noise for a true count n and a draw u from [0, 1). n = 0 stays 0. */
export function lookup(table: PTable, n: number, u: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`A count is a whole number from 0, not ${n}.`);
  if (!(u >= 0)) throw new RangeError(`A draw is a number from 0, not ${u}.`);
  const { entries } = table.rows[Math.min(n, table.rows.length - 1)] ?? { entries: [] };
  // A draw can reach 1 by rounding: then the last noise is meant.
  const entry = entries.find(({ ub }) => u < ub) ?? entries.at(-1);
  if (!entry) throw new RangeError('The p-table has no entries.');
  return entry.v;
}

/** All noise that leads from i to 0 or to more than js, at most D away. */
function possibleNoise(i: number, D: number, js: number): number[] {
  const nearest = Array.from({ length: 2 * D + 1 }, (_, k) => k - D);
  return nearest.filter((v) => i + v === 0 || i + v > js);
}

/** As the reference does, a wish for p(0) that keeps the variance from reaching V is lowered in steps of 0.05. */
function probabilities(values: readonly number[], V: number, wish: number, mono: boolean): number[] {
  for (let stay = wish; ; stay = Math.max(0, stay - 0.05)) {
    const p = maximumEntropy({ values, V, stay, mono });
    if (stay === 0 || Math.abs(variance(values, p) - V) < 0.0005) return p;
  }
}

/** Cumulates in whole hundred-millionths, so that bounds and probabilities agree exactly. */
function rounded(i: number, values: readonly number[], exact: readonly number[]): PTableRow {
  const unit = 1e8;
  let [cumulated, below] = [0, 0];
  const entries = values.map((v, k) => {
    cumulated += exact[k] ?? 0;
    const upper = Math.round(cumulated * unit);
    const entry = { v, p: (upper - below) / unit, ub: upper / unit };
    below = upper;
    return entry;
  });
  const p = entries.map((entry) => entry.p);
  return { i, entries, mean: mean(values, p), variance: variance(values, p) };
}

function checkFeasible(D: number, V: number, js: number) {
  if (!Number.isSafeInteger(D) || D < 1) throw new PTableInfeasible(`D is a whole number from 1, not ${D}.`);
  if (!Number.isSafeInteger(js) || js < 0)
    throw new PTableInfeasible(`js is a whole number from 0, not ${js}.`);
  if (!Number.isFinite(V) || V <= 0) throw new PTableInfeasible(`V is a number above 0, not ${V}.`);
  if (D <= js)
    throw new PTableInfeasible(`D = ${D} must exceed js = ${js}: else ${js + 1} has nowhere to fall.`);
  // From i ≤ js the two nearest results are 0 and js + 1; on these alone mean 0 has variance i · (js + 1 − i).
  const least = Math.max(0, ...Array.from({ length: js }, (_, k) => (k + 1) * (js - k)));
  if (V <= least) throw new PTableInfeasible(`With js = ${js}, V must exceed ${least}; it is ${V}.`);
}

function perRow<T>(name: string, value: T | readonly T[], length: number): readonly T[] {
  if (!isList(value)) return Array<T>(length).fill(value);
  if (value.length !== length) {
    throw new PTableInfeasible(
      `${name} needs one value, or ${length} (i = 1 … ${length}); it has ${value.length}.`,
    );
  }
  return value;
}

/** `Array.isArray` does not narrow readonly lists. */
const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
