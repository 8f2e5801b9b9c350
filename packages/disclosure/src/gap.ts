import type { SafeCount } from '@kannwas/schema/pool/table';
import { defaults, type Rules } from './rules.ts';

/** People more (positive) or fewer (negative) than wanted, from low to high, both included. */
type Gap = { low: number; high: number };

/**
 * Subtracts demand from published supply, as far as the published number tells.
 *
 * A published p stands for the counts that round to it (p − 2 … p + 2 by default) and reach the threshold, so 10
 * stands for 10 … 12; null stands for 0 … 9. The interval covers rounding, not noise: noise has mean 0 and the
 * variance V stated with the table. Demand is a true number of open positions, typed in by employer or coordinator.
 */
export function subtract(
  supply: SafeCount | null,
  demand: number,
  { threshold, roundTo }: Pick<Rules, 'threshold' | 'roundTo'> = defaults,
): Gap {
  if (supply === null) return { low: 0 - demand, high: threshold - 1 - demand };
  const low = Math.max(threshold, supply - Math.floor(roundTo / 2));
  const high = supply + Math.ceil(roundTo / 2) - 1;
  return { low: low - demand, high: high - demand };
}
