import type { Db } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Asker } from '../log/store.ts';

export type Kept = { id: string; name: string; question: string };

/** So many searches are kept for an account: each is asked again in every epoch, and uses its budget. */
const most = 20;

/** The searches that an account keeps, the latest first. */
export async function listKept(db: Db, { siteId, staffId }: Asker): Promise<Kept[]> {
  return db
    .selectFrom('saved_search')
    .select(['id', 'name', 'question'])
    .where('site_id', '=', siteId)
    .where('staff_id', '=', staffId)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/**
 * Keeps a search; sending the same one again changes nothing.
 * @throws ProblemError invalid when there are too many, replayedWithOtherContent when the id has another content or owner
 */
export async function saveSearch(db: Db, { siteId, staffId }: Asker, search: Kept): Promise<void> {
  const others = await db
    .selectFrom('saved_search')
    .select('id')
    .where('site_id', '=', siteId)
    .where('staff_id', '=', staffId)
    .where('id', '!=', search.id)
    .execute();
  if (others.length >= most) throw new ProblemError('invalid', [{ path: 'id', code: 'tooMany' }]);
  await db
    .insertInto('saved_search')
    .values({ site_id: siteId, staff_id: staffId, ...search })
    .onConflict((already) => already.columns(['site_id', 'id']).doNothing())
    .execute();
  const { staff_id, name, question } = await db
    .selectFrom('saved_search')
    .select(['staff_id', 'name', 'question'])
    .where('site_id', '=', siteId)
    .where('id', '=', search.id)
    .executeTakeFirstOrThrow();
  const isSame = staff_id === staffId && name === search.name && question === search.question;
  if (!isSame) throw new ProblemError('replayedWithOtherContent');
}

/** Forgets a search of this account. @throws ProblemError notFound, also for a search of somebody else */
export async function deleteSearch(db: Db, { siteId, staffId }: Asker, id: string): Promise<void> {
  const removed = await db
    .deleteFrom('saved_search')
    .where('site_id', '=', siteId)
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new ProblemError('notFound');
}
