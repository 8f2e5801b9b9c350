import { budget, cornersOf, organisationFactor, type Use } from '@kannwas/disclosure/budget';
import type { Budget } from '@kannwas/schema/pool/endpoints';
import type { Logged } from './store.ts';

/** What one account used of its budget for an epoch, and what its whole organisation did. */
export type Used = { account: Use; organisation: Use };

/** The moment, and the finest published places of the epoch. */
type Present = { now: Date; districts: ReadonlySet<string> };

/** Sums up what was asked of an epoch. @param asked by all accounts of the organisation */
export function usedBy(staffId: string, asked: readonly Logged[], { now, districts }: Present): Used {
  const uses = asked.map(({ cells, askedAt, ...one }) => {
    const use = useOfTable(cells, districts);
    const isToday = dayOf(askedAt) === dayOf(now);
    return { isOwn: one.staffId === staffId, use: isToday ? use : { ...use, tablesToday: 0 } };
  });
  return {
    account: sum(uses.filter(({ isOwn }) => isOwn).map(({ use }) => use)),
    organisation: sum(uses.map(({ use }) => use)),
  };
}

/** What one new table uses today. @param cells those that its account did not see before */
export function useOfTable(cells: readonly string[], districts: ReadonlySet<string>): Use {
  return { tablesToday: 1, tables: 1, cells: cells.length, corners: cornersOf(cells, districts) };
}

function sum(uses: readonly Use[]): Use {
  const corners = new Map<string, number>();
  for (const use of uses) {
    for (const [corner, cells] of use.corners) corners.set(corner, (corners.get(corner) ?? 0) + cells);
  }
  const total = (of: 'tablesToday' | 'tables' | 'cells') => uses.reduce((added, use) => added + use[of], 0);
  return { tablesToday: total('tablesToday'), tables: total('tables'), cells: total('cells'), corners };
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
