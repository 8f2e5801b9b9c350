import { setTimeout as sleep } from 'node:timers/promises';
import type { Rules } from '@kannwas/disclosure/rules';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Place, PoolTable } from '@kannwas/schema/pool/table';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { saveCells } from '../snapshots/cells/store.ts';
import { listPlaces } from '../snapshots/store.ts';
import type { Reading } from './columns/store.ts';
import type { Answered } from './engine/answer.ts';
import { type Engine, makeEngine } from './engine/engine.ts';
import { isAnsweredFrom } from './engine/store.ts';
import type { RulesOf } from './rules.ts';

/** The pool of this process: the last epoch of each site is in its memory, once. */
export type Pool = {
  db: Db;
  rulesOf: RulesOf;
  engine: Engine;
  /** Answers whose cells are stored. */
  kept: WeakSet<Answered>;
};

type Means = {
  /** Where answers are kept. */
  db: Db;
  /** Where people of epochs are read from: the same database, or a copy that follows it. */
  reading: Reading;
  rulesOf: RulesOf;
};

export function makePool({ db, reading, rulesOf }: Means): Pool {
  const engine = makeEngine({ reading, rulesOf });
  return { db, rulesOf, engine, kept: new WeakSet() };
}

/**
 * Answers a question of the closed grammar with protected counts.
 * @throws ProblemError noSnapshotYet, invalid (no such occupation group, too many cells), districtUnknown
 */
export function askPool(pool: Pool, siteId: string, query: PoolQuery): Promise<Answered> {
  return answerAndKeep(pool, siteId, () => pool.engine.answer(siteId, query));
}

/** Protected counts of everybody who consented to statistics, in all and by place. @throws ProblemError noSnapshotYet */
export async function askCoverage(pool: Pool, siteId: string): Promise<PoolTable> {
  return (await answerAndKeep(pool, siteId, () => pool.engine.answerCoverage(siteId))).table;
}

/** Protected counts of the pool by sub-major group and place, for the board of gaps. @throws ProblemError noSnapshotYet */
export async function askBoard(pool: Pool, siteId: string): Promise<PoolTable> {
  return (await answerAndKeep(pool, siteId, () => pool.engine.answerBoard(siteId))).table;
}

/** The rules that published an epoch's counts, for reading them as intervals. */
export function rulesOfEpoch({ rulesOf }: Pool, siteId: string, { epoch }: { epoch: number }): Rules {
  return rulesOf(siteId, epoch);
}

/** The published geography of an epoch. */
export function placesOfEpoch({ db }: Pool, siteId: string, { epoch }: { epoch: number }): Promise<Place[]> {
  return listPlaces(db, siteId, epoch);
}

/** So long a question waits for an epoch that is published but not loaded yet. */
const patience = { tries: 100, milliseconds: 200 };

/**
 * No answer leaves before its cells are stored: what was shown once must bind all later epochs. An answer from an epoch
 * that changed meanwhile cannot be stored any more, so the question is answered again, from the epoch as it is now.
 */
async function answerAndKeep(
  { db, kept }: Pool,
  siteId: string,
  answer: () => Promise<Answered>,
): Promise<Answered> {
  for (let tries = 0; tries < patience.tries; tries++) {
    const answered = await answer();
    if (kept.has(answered)) return answered;
    if (await db.transaction().execute((tx) => keep(tx, siteId, answered))) {
      kept.add(answered);
      return answered;
    }
    await sleep(patience.milliseconds);
  }
  throw new ProblemError('overloaded');
}

/** Stores the cells of an answer. @returns false when its epoch is not, or no longer, as it was answered from */
async function keep(tx: Tx, siteId: string, answered: Answered): Promise<boolean> {
  if (answered.fresh.length === 0) return true;
  if (!(await isAnsweredFrom(tx, siteId, answered))) return false;
  await saveCells(tx, siteId, answered.epoch, answered.fresh);
  return true;
}
