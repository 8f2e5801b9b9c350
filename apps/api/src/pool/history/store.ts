import type { Answer } from '@kannwas/disclosure/answer';
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Asker } from '../log/store.ts';

/** What each epoch published of a cell, oldest first; nothing is stored of cells that nobody could be in, or that nobody asked about. */
export async function listPublished(db: Db, siteId: string, cell: string) {
  return (
    db
      .selectFrom('snapshot')
      .leftJoin('published_cell', (join) =>
        join
          .onRef('published_cell.site_id', '=', 'snapshot.site_id')
          .onRef('published_cell.epoch', '=', 'snapshot.epoch')
          .on('cell', '=', cell),
      )
      .select(['snapshot.epoch', 'published_at as publishedAt', 'places', 'is_base as isBase'])
      // Only protected counts are ever stored.
      .select(sql<Answer['count']>`count`.as('count'))
      .where('snapshot.site_id', '=', siteId)
      .where('state', '=', 'published')
      .orderBy('snapshot.epoch')
      .execute()
  );
}

/** What every epoch published of some cells, by the epoch and the text of the cell. */
export async function listAnswers(
  db: Db,
  siteId: string,
  cells: readonly string[],
): Promise<Map<string, Answer>> {
  if (cells.length === 0) return new Map();
  const rows = await db
    .selectFrom('published_cell')
    .select(['epoch', 'cell', 'is_base as isBase', sql<Answer['count']>`count`.as('count')])
    .where('site_id', '=', siteId)
    .where('cell', 'in', cells)
    .execute();
  return new Map(rows.map(({ epoch, cell, count, isBase }) => [`${epoch} ${cell}`, { count, isBase }]));
}

/** The epochs in which somebody of the organisation saw a cell. */
export async function listSeen(db: Db, { siteId, organisation }: Asker, cell: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('pool_question')
    .distinct()
    .select('epoch')
    .where('site_id', '=', siteId)
    .where('organisation', '=', organisation)
    .where(sql<boolean>`cells @> ${JSON.stringify([cell])}::jsonb`)
    .execute();
  return new Set(rows.map(({ epoch }) => epoch));
}
