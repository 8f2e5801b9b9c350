import ExcelJS from 'exceljs';
import { headOf, rowsOf } from './csv.ts';
import type { Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** The same rows as a workbook: numbers are numbers, codes are text, and nothing is a formula. */
export async function toXlsx(sheet: Sheet, words: Words): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Kannwas';
  workbook.created = new Date(sheet.epoch.publishedAt);
  const table = workbook.addWorksheet(words.words.table, { views: [{ state: 'frozen', ySplit: 1 }] });
  const head = headOf(sheet, words).slice(0, -1);
  table.columns = head.map((header) => ({ header, width: Math.max(12, header.length + 2) }));
  table.getRow(1).font = { bold: true };
  table.addRows(rowsOf(sheet, words).map((row) => row.slice(0, -1)));
  const notes = workbook.addWorksheet(words.words.notes);
  notes.columns = [{ width: 28 }, { width: 100, style: { alignment: { wrapText: true } } }];
  notes.addRows([
    [words.words.question, sheet.question],
    [words.words.epoch, sheet.epoch.epoch],
    [words.words.published, sheet.epoch.publishedAt.slice(0, 10)],
    ...sheet.notes.map((note) => [words.words.note, note]),
  ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
