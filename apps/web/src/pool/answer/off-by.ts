import { poolDimensions } from '@kannwas/schema/pool/grammar';
import type { PoolSearch } from '../../app/paths.ts';

/** By how many people an answer may be off: twice the standard deviation of its noise, two people and one for each fact, and rounding. */
export function offBy(question: PoolSearch): number {
  const facts = poolDimensions.filter((name) => name !== 'occupation' && name !== 'place' && question[name]);
  return 6 + 2 * facts.length;
}
