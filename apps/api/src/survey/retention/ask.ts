import { stageOf } from '@kannwas/schema/survey/retention';
import type { Db } from '../../db/database.ts';
import { getConfirmAfter } from '../../sites/store.ts';
import { findConfirmation } from './store.ts';

/** Whether somebody is asked by now if their answers are still true. */
export async function askStill(
  db: Db,
  key: { siteId: string; responseId: string },
  now: Date,
): Promise<{ asked: boolean }> {
  const confirmed = await findConfirmation(db, key);
  const months = await getConfirmAfter(db, key.siteId);
  return { asked: confirmed !== undefined && stageOf(confirmed, months, now) !== 'fresh' };
}
