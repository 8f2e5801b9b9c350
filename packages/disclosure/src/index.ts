import type { SafeCount } from '@kannwas/schema/pool/table';
import { cellKey } from './keys.ts';
import { lookup } from './ptable.ts';
import { aboveFloor, type Rules } from './rules.ts';

/**
 * The true count of a cell and the sum of its people's record keys, reduced modulo 2^64 or not; and how many facts it tells
 * about them, beyond what they do and where they live: the more, the greater the noise.
 */
export type Cell = { count: number; keySum: bigint; facts?: number };

/** What is published of a cell: a count or null, and whether it may be asked about on its own (perturbed count ≥ 30). */
export type Protected = { count: SafeCount | null; isBase: boolean };

/**
 * Turns a true count into one that may be shown, or null for "too few to show"; the only maker of SafeCount.
 *
 * Every number about people goes through here, totals and numerators of coverage too: the same people always
 * give the same answer, so asking again teaches nothing. Throws a RangeError where count is no whole number from 0.
 */
export function protect({ count, keySum, facts = 0 }: Cell, rules: Rules): Protected {
  const { layers } = rules;
  const draw = rules.draw(cellKey([keySum]), count);
  const table = rules.tables[facts];
  if (!table) throw new RangeError(`No cell tells ${facts} facts.`);
  const perturbed = count + (layers.noise ? lookup(table, count, draw) : 0);
  const isBase = !layers.base || perturbed >= rules.base;

  // Zero is withheld too: "no welders" is a fact about every welder we did not count.
  const isSmall = isBelowFloor({ count, keySum }, rules) || (layers.threshold && perturbed < rules.threshold);
  if (isSmall) return { count: null, isBase: false };

  // Math.round takes halves up.
  const shown = layers.rounding ? Math.round(perturbed / rules.roundTo) * rules.roundTo : perturbed;
  return { count: shown as SafeCount, isBase };
}

/**
 * Tells whether too few people are in a cell for any answer. By a bound that everybody knew, an answer would prove to
 * whoever knows four people of five that the fifth is there; so it lies from the hard floor up to 6 more, by a keyed hash.
 */
export function isBelowFloor({ count, keySum }: Cell, rules: Rules): boolean {
  if (!rules.layers.floor || count >= rules.hardFloor + aboveFloor.length - 1) return false;
  return count < rules.hardFloor || count < rules.floorOf(cellKey([keySum]));
}
