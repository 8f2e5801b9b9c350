import type { Answer } from '@kannwas/disclosure/answer';
import type { Previous, PublishedCell } from '@kannwas/disclosure/resolve';
import type { Place } from '@kannwas/schema/pool/table';
import type { Epoch } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/database.ts';

/** An epoch with its geography. `revision` grows when somebody is taken out of it. */
export type EpochOfSite = Epoch & { revision: number; places: Place[] };

/** Which epoch is answered from now, and its revision; undefined before the first is published. */
export async function findPublished(
  db: Db,
  siteId: string,
): Promise<{ epoch: number; revision: number } | undefined> {
  return db
    .selectFrom('snapshot')
    .select(['epoch', 'revision'])
    .where('site_id', '=', siteId)
    .where('state', '=', 'published')
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Tells whether an epoch of this revision is the one that is answered from, and keeps it so until the transaction ends:
 * whoever publishes, or takes somebody out, waits. @throws where somebody is doing so just now; see `isBusy`
 */
export async function isAnsweredFrom(
  tx: Tx,
  siteId: string,
  { epoch, revision }: { epoch: number; revision: number },
): Promise<boolean> {
  const rows = await tx
    .selectFrom('snapshot')
    .select(['epoch', 'revision', 'state'])
    .where('site_id', '=', siteId)
    .where('epoch', '>=', epoch)
    .orderBy('epoch')
    .forShare()
    .noWait()
    .execute();
  const last = rows.findLast(({ state }) => state === 'published');
  return last?.epoch === epoch && last.revision === revision;
}

/** Tells whether a transaction failed only because somebody publishes, or is being taken out, just now. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === lockNotAvailable;
const lockNotAvailable = '55P03';

/** Any epoch of a site, also one that is still being written. */
export async function findEpochOfSite(
  db: Db,
  siteId: string,
  epoch: number,
): Promise<EpochOfSite | undefined> {
  const found = await db
    .selectFrom('snapshot')
    .select(['epoch', 'published_at as publishedAt', 'revision', 'places'])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return found && { ...found, publishedAt: found.publishedAt.toISOString() };
}

/** What is stored of an epoch, by the text of the cell. */
export async function listStored(db: Db, siteId: string, epoch: number): Promise<Map<string, Stored>> {
  const rows = await db
    .selectFrom('published_cell')
    .select(['cell', 'base_epoch as baseEpoch', 'is_base as isBase', protectedCount])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .execute();
  return new Map(
    rows.map(({ cell, baseEpoch, count, isBase }) => [cell, { baseEpoch, answer: { count, isBase } }]),
  );
}

export type Stored = Pick<PublishedCell, 'answer' | 'baseEpoch'>;

/** Only protected counts are ever stored. */
const protectedCount = sql<Answer['count']>`count`.as('count');

/** For each cell what was published of it last before an epoch, by its text. */
export async function listPrevious(db: Db, siteId: string, epoch: number): Promise<Map<string, Previous>> {
  const rows = await db
    .selectFrom('published_cell')
    .distinctOn('cell')
    .select(['cell', 'base_epoch as baseEpoch', 'gone', 'is_base as isBase', protectedCount])
    .where('site_id', '=', siteId)
    .where('epoch', '<', epoch)
    .orderBy('cell')
    .orderBy('epoch', 'desc')
    .execute();
  return new Map(
    rows.map(({ cell, baseEpoch, gone, count, isBase }) => [
      cell,
      { answer: { count, isBase }, baseEpoch, gone },
    ]),
  );
}

/** The cells that have an answer made from the people of an epoch, in that epoch or a later one. */
export async function listBasedOn(db: Db, siteId: string, epoch: number): Promise<string[]> {
  const rows = await db
    .selectFrom('published_cell')
    .distinct()
    .select('cell')
    .where('site_id', '=', siteId)
    .where('epoch', '>=', epoch)
    .where('base_epoch', '=', epoch)
    .execute();
  return rows.map(({ cell }) => cell);
}
