import type { SafeCount } from '@kannwas/schema/pool/table';
import { cellKey } from './keys.ts';
import { lookup } from './ptable.ts';
import type { Rules } from './rules.ts';

/** The true count of a cell and the sum of its people's record keys, reduced modulo 2^64 or not. */
export type Cell = { count: number; keySum: bigint };

/**
 * Turns a true count into one that may be shown, or null for "too few to show"; the only maker of SafeCount.
 *
 * Every number about people goes through here, totals and numerators of coverage too: the same people always
 * give the same answer, so asking again teaches nothing. Throws a RangeError where count is no whole number from 0.
 */
export function protect({ count, keySum }: Cell, rules: Rules): SafeCount | null {
  const draw = rules.draw(cellKey([keySum]), count);
  const perturbed = count + lookup(rules.table, count, draw);

  // Zero is withheld too: "no welders" is a fact about every welder we did not count.
  if (count < rules.hardFloor || perturbed < rules.threshold) return null;

  // Math.round takes halves up.
  return (Math.round(perturbed / rules.roundTo) * rules.roundTo) as SafeCount;
}
