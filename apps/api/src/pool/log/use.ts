import { budget, cornersOf, organisationFactor, type Use } from '@kannwas/disclosure/budget';
import type { Budget } from '@kannwas/schema/pool/endpoints';
import type { Logged } from './store.ts';

/** What one account used of its budget for an epoch, and what its whole organisation did. */
export type Used = { account: Use; organisation: Use };

/** The moment, and the finest published places of the epoch. */
type Present = { now: Date; districts: ReadonlySet<string> };

/** Sums up what was asked of an epoch. @param asked by all accounts of the organisation */
export function usedBy(staffId: string, asked: readonly Logged[], present: Present): Used {
  const own = asked.filter((one) => one.staffId === staffId);
  return { account: useOf(own, present), organisation: useOf(asked, present) };
}

/** What one new table would use. @param cells those that its account did not see yet */
export function useOfTable(cells: readonly string[], { districts }: Present): Use {
  return { tablesToday: 1, tables: 1, cells: cells.length, corners: cornersOf(cells, districts) };
}

function useOf(asked: readonly Logged[], { now, districts }: Present): Use {
  const cells = asked.flatMap((one) => one.cells);
  return {
    tablesToday: asked.filter(({ askedAt }) => dayOf(askedAt) === dayOf(now)).length,
    tables: asked.length,
    cells: cells.length,
    corners: cornersOf(cells, districts),
  };
}

/** What is used and what may be, as it is shown to who asks. */
export function shownBudget({ account, organisation }: Used): Budget {
  return {
    today: { used: account.tablesToday, most: budget.tablesToday },
    tables: { used: account.tables, most: budget.tables },
    cells: { used: account.cells, most: budget.cells },
    organisation: { used: organisation.tables, most: budget.tables * organisationFactor },
  };
}

/** Days change for everybody at the same moment, at midnight in UTC. */
const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** How many seconds until the day changes. */
export const secondsLeftToday = (now: Date) => 86_400 - Math.floor((now.getTime() / 1000) % 86_400);
