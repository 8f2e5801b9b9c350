import { type Bound, boundReached } from '@kannwas/disclosure/budget';
import type { Db, Tx } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import { watch } from '../alarms/watch.ts';
import type { Answered } from '../engine/answer.ts';
import { finestPlaces } from '../engine/shape.ts';
import type { RulesOf } from '../rules.ts';
import { type Asker, listAsked, saveQuestion, saveRepeat, takeTurn } from './store.ts';
import { secondsLeftToday, usedBy, useOfTable } from './use.ts';

type Weighing = {
  db: Db;
  rulesOf: RulesOf;
  /** How many days an epoch lasts. */
  epochDays: number;
  /** Stores the cells of the answer; false when its epoch is over. */
  keep: (tx: Tx, answered: Answered) => Promise<boolean>;
};

/**
 * Lets an answer leave or not: every question is written down, and a new one must fit the budget. The questions of one
 * organisation are weighed one after the other, so that many at the same moment cannot use more than there is.
 * @returns false when the answer cannot leave because its epoch is over
 * @throws ProblemError budgetUsedUp
 */
export async function weigh(
  { db, rulesOf, epochDays, keep }: Weighing,
  asker: Asker,
  question: string,
  answered: Answered,
): Promise<boolean> {
  const { epoch, outcome } = answered;
  if (await saveRepeat(db, asker, { epoch, question })) return true;
  const rules = rulesOf(asker.siteId, epoch);
  const weighed = await db.transaction().execute(async (tx) => {
    const now = await takeTurn(tx, asker);
    // Another of the same was first.
    if (await saveRepeat(tx, asker, { epoch, question })) return { leaves: true };
    const { staffId } = asker;
    const asked = rules.layers.budget ? await listAsked(tx, asker, epoch) : [];
    const districts = new Set(finestPlaces(answered.places));
    const seen = new Set(asked.flatMap((one) => (one.staffId === staffId ? one.cells : [])));
    const cells = answered.cells.filter((cell) => !seen.has(cell));
    const bound = boundReached(
      usedBy(staffId, asked, { now, districts }),
      useOfTable(cells, districts),
      rules,
    );
    if (bound) {
      await saveQuestion(tx, asker, { epoch, question, at: now, cells: [], outcome: null });
      return { bound, now };
    }
    if (!(await keep(tx, answered))) return { leaves: false };
    await saveQuestion(tx, asker, { epoch, question, at: now, cells, outcome });
    await watch(tx, asker, answered, [...asked, { staffId, question, askedAt: now, cells }]);
    return { leaves: true };
  });
  if (!weighed.bound) return weighed.leaves;
  const epochEnds = Date.parse(answered.table.epoch.publishedAt) + epochDays * 86_400_000;
  throw new ProblemError('budgetUsedUp', { retryAfter: waitFor(weighed.bound, weighed.now, epochEnds) });
}

/** How many seconds until what is used up is there again: a day's part at midnight, the rest with the next epoch. */
function waitFor({ of }: Bound, now: Date, epochEnds: number): number {
  const tomorrow = secondsLeftToday(now);
  const next = Math.ceil((epochEnds - now.getTime()) / 1000);
  return of === 'tablesToday' ? tomorrow : Math.max(tomorrow, next);
}
