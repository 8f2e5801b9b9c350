import type { Budget } from '@kannwas/schema/pool/endpoints';

type Name = keyof Budget;
export type Left = { name: Name; left: number; share: number };

/** Below this share of any budget the page says so, and asks nothing along on its own account. */
const low = 0.2;

/** What is nearest to its end. */
export function tightest(budget: Budget): Left {
  const all = (Object.keys(budget) as Name[]).map((name): Left => {
    const { used, most } = budget[name];
    const left = Math.max(0, most - used);
    return { name, left, share: most > 0 ? left / most : 0 };
  });
  return all.reduce((a, b) => (b.share < a.share ? b : a));
}

/** Less than a fifth is left of something. */
export function isLow(budget: Budget): boolean {
  return tightest(budget).share < low;
}
