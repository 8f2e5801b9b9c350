import { sql } from 'kysely';
import type { Db, Tx } from '../../db/database.ts';

/** An answer of one cell, to be kept. */
export type CellRow = {
  cell: string;
  baseEpoch: number;
  count: number | null;
  isBase: boolean;
  gone: number;
};

/** Keeps answers of an epoch; what is there already stays. */
export async function saveCells(
  db: Db,
  siteId: string,
  epoch: number,
  rows: readonly CellRow[],
): Promise<void> {
  await sql`
    insert into published_cell (site_id, epoch, cell, base_epoch, count, is_base, gone)
    select ${siteId}, ${epoch}, cell, "baseEpoch", count, "isBase", gone
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as answer (cell text, "baseEpoch" int, count int, "isBase" boolean, gone int)
    on conflict do nothing`.execute(db);
}

/** Adds to answers made from the people of an epoch how many of those have gone since. */
export async function saveLeaving(
  tx: Tx,
  { siteId, epoch: baseEpoch }: { siteId: string; epoch: number },
  leaving: readonly { cell: string; leaving: number }[],
): Promise<void> {
  await sql`
    update published_cell set gone = gone + left_now.leaving
    from jsonb_to_recordset(${JSON.stringify(leaving)}::jsonb) as left_now (cell text, leaving int)
    where site_id = ${siteId} and epoch >= ${baseEpoch} and base_epoch = ${baseEpoch}
      and published_cell.cell = left_now.cell`.execute(tx);
}
