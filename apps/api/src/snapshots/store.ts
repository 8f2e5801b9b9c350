import { createHmac } from 'node:crypto';
import type { Place } from '@kannwas/schema/pool/table';
import type { Epoch } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Secrets } from '../secrets.ts';

/** The key of one epoch of one site; record keys and noise hang on it, and it is never in the database. */
export function epochKey({ disclosure }: Secrets, siteId: string, epoch: number): Buffer {
  return createHmac('sha256', disclosure).update(`epoch\0${siteId}\0${epoch}`).digest();
}

/** The key of a site that outlives its epochs: persons keep their place in it, and cells their τ. */
export function staticKey({ disclosure }: Secrets, siteId: string): Buffer {
  return createHmac('sha256', disclosure).update(`static\0${siteId}`).digest();
}

/** The published epochs of a site, newest first. */
export async function listEpochs(db: Db, siteId: string, most = 1000): Promise<Epoch[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['epoch', 'published_at'])
    .where('site_id', '=', siteId)
    .where('state', '=', 'published')
    .orderBy('epoch', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ epoch, published_at }) => ({ epoch, publishedAt: published_at.toISOString() }));
}

/** The epoch that is counted now; undefined before the first. */
export async function findLastEpoch(db: Db, siteId: string): Promise<Epoch | undefined> {
  const [last] = await listEpochs(db, siteId, 1);
  return last;
}

/** The published geography of an epoch; nothing for an epoch that does not exist. */
export async function listPlaces(db: Db, siteId: string, epoch: number): Promise<Place[]> {
  const found = await db
    .selectFrom('snapshot')
    .select('places')
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return found?.places ?? [];
}

/** A publication under way, or one that was interrupted. */
export type Publication = {
  epoch: number;
  startedAt: Date;
  expected: number;
  done: number;
  /** The last response that was read; null before the first. */
  readTo: string | null;
  /** Everybody was read and is in the epoch; what is left is to answer its cells. */
  isRead: boolean;
};

/** The publication of a site that is not finished. */
export async function findPublication(db: Db, siteId: string): Promise<Publication | undefined> {
  return db
    .selectFrom('publication')
    .select([
      'epoch',
      'expected',
      'done',
      'started_at as startedAt',
      'read_to as readTo',
      'is_read as isRead',
    ])
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** Begins the next epoch of a site. */
export async function startPublication(db: Db, siteId: string, expected: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { epoch } = await tx
      .insertInto('snapshot')
      .values((value) => ({
        site_id: siteId,
        epoch: value
          .selectFrom('snapshot')
          .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('epoch'), lit(0))} + 1`.as('next'))
          .where('site_id', '=', siteId),
      }))
      .returning('epoch')
      .executeTakeFirstOrThrow();
    await tx.insertInto('publication').values({ site_id: siteId, epoch, expected, read_to: null }).execute();
  });
}

/** Notes how far a publication has come. */
export async function notePublication(
  db: Db,
  siteId: string,
  note: { readTo: string | null; done: number } | { isRead: true },
): Promise<void> {
  const columns = 'isRead' in note ? { is_read: true } : { read_to: note.readTo, done: note.done };
  await db.updateTable('publication').set(columns).where('site_id', '=', siteId).execute();
}

/** Makes the epoch being written the one that everybody is answered from. */
export async function finishPublication(db: Db, siteId: string, epoch: number): Promise<Epoch> {
  await db.deleteFrom('publication').where('site_id', '=', siteId).execute();
  const { published_at } = await db
    .updateTable('snapshot')
    .set({ state: 'published', published_at: new Date() })
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .returning('published_at')
    .executeTakeFirstOrThrow();
  return { epoch, publishedAt: published_at.toISOString() };
}
