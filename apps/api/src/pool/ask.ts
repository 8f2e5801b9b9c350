import { setTimeout as sleep } from 'node:timers/promises';
import type { Rules } from '@kannwas/disclosure/rules';
import type { Budget } from '@kannwas/schema/pool/endpoints';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Place, PoolTable } from '@kannwas/schema/pool/table';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { saveCells } from '../snapshots/cells/store.ts';
import { findLastEpoch, listPlaces } from '../snapshots/store.ts';
import type { Answered } from './engine/answer.ts';
import type { Engine } from './engine/engine.ts';
import { isAnsweredFrom, isBusy } from './engine/store.ts';
import { type Asker, listAsked } from './log/store.ts';
import { shownBudget, usedBy } from './log/use.ts';
import { weigh } from './log/weigh.ts';
import { textOf } from './question.ts';
import type { RulesOf } from './rules.ts';

/** What the pool works with. */
type Means = {
  /** Where answers are kept and questions written down. */
  db: Db;
  /** What answers: in this process or in one of its own, with the last epoch of each site in its memory. */
  engine: Engine;
  rulesOf: RulesOf;
  /** How many days an epoch usually lasts. */
  epochDays: number;
};

export type Pool = Means & {
  /** Answers whose cells are stored. */
  kept: WeakSet<Answered>;
};

export function makePool(means: Means): Pool {
  return { ...means, kept: new WeakSet() };
}

/**
 * Answers a question of the closed grammar with protected counts, as far as the budget of who asks allows it.
 * @throws ProblemError noSnapshotYet, invalid (no such occupation group, too many cells), districtUnknown, budgetUsedUp
 */
export function askPool(pool: Pool, asker: Asker, query: PoolQuery): Promise<Answered> {
  const weighing = { ...pool, keep: (tx: Tx, answered: Answered) => keep(pool, tx, asker.siteId, answered) };
  return answerUntil(
    pool,
    () => pool.engine.answer(asker.siteId, query),
    (answered) => weigh(weighing, asker, textOf(query), answered),
  );
}

/** Protected counts of everybody who consented to statistics, in all and by place. @throws ProblemError noSnapshotYet */
export function askCoverage(pool: Pool, siteId: string): Promise<PoolTable> {
  return answerHouse(pool, siteId, () => pool.engine.answerCoverage(siteId));
}

/** Protected counts of the pool by sub-major group and place, for the board of gaps. @throws ProblemError noSnapshotYet */
export function askBoard(pool: Pool, siteId: string): Promise<PoolTable> {
  return answerHouse(pool, siteId, () => pool.engine.answerBoard(siteId));
}

/** The rules that published an epoch's counts, for reading them as intervals. */
export function rulesOfEpoch({ rulesOf }: Pool, siteId: string, { epoch }: { epoch: number }): Rules {
  return rulesOf(siteId, epoch);
}

/** The published geography of an epoch. */
export function placesOfEpoch({ db }: Pool, siteId: string, { epoch }: { epoch: number }): Promise<Place[]> {
  return listPlaces(db, siteId, epoch);
}

/** How much of its budget for the present epoch an account and its organisation have used. */
export async function budgetOf({ db }: Pool, asker: Asker): Promise<Budget> {
  const last = await findLastEpoch(db, asker.siteId);
  const asked = last ? await listAsked(db, asker, last.epoch) : [];
  return shownBudget(usedBy(asker.staffId, asked, { now: new Date(), districts: new Set() }));
}

/** Answers a table of the house. It is always the same, so nobody's budget pays for it. */
async function answerHouse(pool: Pool, siteId: string, answer: () => Promise<Answered>): Promise<PoolTable> {
  const { table } = await answerUntil(
    pool,
    answer,
    async (answered) =>
      pool.kept.has(answered) || pool.db.transaction().execute((tx) => keep(pool, tx, siteId, answered)),
  );
  return table;
}

/** So long a question waits while its epoch changes. In between it holds nothing that others need. */
const patience = { tries: 100, milliseconds: 200 };

/**
 * Answers until the answer may leave. Where it may not, its epoch changed since it was made, or is changing: then it is
 * answered again, from the epoch as it is by then. @param mayLeave afterwards the cells of the answer are stored
 */
async function answerUntil(
  { kept }: Pool,
  answer: () => Promise<Answered>,
  mayLeave: (answered: Answered) => Promise<boolean>,
): Promise<Answered> {
  for (let tries = 0; tries < patience.tries; tries++) {
    const answered = await answer();
    const leaves = await mayLeave(answered).catch((error: unknown) => {
      if (isBusy(error)) return false;
      throw error;
    });
    if (leaves) {
      kept.add(answered);
      return answered;
    }
    await sleep(patience.milliseconds);
  }
  throw new ProblemError('overloaded');
}

/**
 * Stores the cells of an answer: what was shown once binds all later epochs.
 * @returns false when the epoch is not, or no longer, as it was answered from
 */
async function keep({ kept }: Pool, tx: Tx, siteId: string, answered: Answered): Promise<boolean> {
  if (kept.has(answered)) return true;
  if (!(await isAnsweredFrom(tx, siteId, answered))) return false;
  await saveCells(tx, siteId, answered.epoch, answered.rows);
  return true;
}
