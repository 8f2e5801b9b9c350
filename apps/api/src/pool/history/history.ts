import { type Cell, canonical } from '@kannwas/disclosure/cell';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Published } from '@kannwas/schema/pool/table';
import type { Epoch } from '@kannwas/schema/snapshots';
import { askPool, type Pool } from '../ask.ts';
import type { Asker } from '../log/store.ts';
import { listPublished, listSeen } from './store.ts';

/** Cells of so many conditions are published with every epoch, whether somebody asks or not. */
const alwaysPublished = 2;

/**
 * What was published of one question without spreading, oldest first; nothing is counted anew. Of narrow questions only
 * the epochs in which the organisation asked: whether others did, or whether another cell depended on this one, would
 * show otherwise. @throws ProblemError as `askPool`: the present epoch is asked
 */
export async function historyOf(
  pool: Pool,
  asker: Asker,
  query: PoolQuery,
): Promise<(Epoch & { total: Published })[]> {
  const { by, ...where } = query;
  await askPool(pool, asker, { ...where, by: [] });
  const conditions = Object.entries(where).filter(([, code]) => code !== undefined);
  const cell = canonical('pool', Object.fromEntries(conditions) as Cell);
  const isWide = conditions.length <= alwaysPublished;
  const seen = isWide ? undefined : await listSeen(pool.db, asker, cell);
  const published = await listPublished(pool.db, asker.siteId, cell);
  return published
    .filter(({ epoch }) => seen?.has(epoch) ?? true)
    .filter(({ places }) => where.place === undefined || places.some(({ code }) => code === where.place))
    .map(({ epoch, publishedAt, count, isBase }) => ({
      epoch,
      publishedAt: publishedAt.toISOString(),
      // What is too small to be asked about on its own is no total, in no epoch.
      total: isBase || conditions.length === 0 ? count : null,
    }));
}
