import type { ExportFormat } from '@kannwas/schema/pool/endpoints';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import { getSite } from '../../sites/store.ts';
import { askPool, type Pool } from '../ask.ts';
import type { Asker } from '../log/store.ts';
import { toCsv } from './csv.ts';
import { toJsonStat } from './json-stat.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { type Words, wordsIn } from './words.ts';
import { toXlsx } from './xlsx.ts';

type Format = {
  type: string;
  ending: string;
  write: (sheet: Sheet, words: Words) => string | Promise<Buffer>;
};

const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv', write: toCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: toXlsx,
  },
  'json-stat': { type: 'application/json; charset=utf-8', ending: 'json', write: toJsonStat },
};

type Wanted = { query: PoolQuery; format: ExportFormat; language: 'de' | 'en' };

/** Answers a question as a file: asked like any other, with the same numbers. @throws ProblemError as `askPool` */
export async function exportTable(pool: Pool, asker: Asker, { query, format, language }: Wanted) {
  const { table, places, epoch } = await askPool(pool, asker, query);
  const site = await getSite(pool.db, asker.siteId);
  const words = await wordsIn(language, { site, places });
  const { type, ending, write } = formats[format];
  return {
    type,
    name: `kannwas-${asker.siteId}-${epoch}.${ending}`,
    file: await write(sheetOf(query, table, words), words),
  };
}
