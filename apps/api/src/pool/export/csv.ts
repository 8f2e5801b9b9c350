import { stringify } from 'csv-stringify/sync';
import type { Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/**
 * One line for each cell, codes beside names; the notes stand in the first. Text that a spreadsheet would take for a
 * formula is written so that it stays text.
 */
export function toCsv(sheet: Sheet, words: Words): string {
  return stringify([headOf(sheet, words), ...rowsOf(sheet, words)], { bom: true, escape_formulas: true });
}

/** The heads of the columns. */
export function headOf({ dimensions }: Sheet, { words }: Words): string[] {
  const named = dimensions.flatMap((name) => [
    `${words.dimensions[name]} (${words.code})`,
    words.dimensions[name],
  ]);
  return [...named, words.people, words.epoch, words.published, words.note];
}

/** A row for each cell; numbers are numbers. */
export function rowsOf({ dimensions, lines, epoch, notes }: Sheet, { words, labelOf }: Words) {
  return lines.map(({ codes, shown }, place) => [
    ...dimensions.flatMap((name, at) => {
      const code = codes[at];
      return code === undefined ? ['', words.total] : [code, labelOf(name, code)];
    }),
    shown,
    epoch.epoch,
    epoch.publishedAt.slice(0, 10),
    place === 0 ? notes.join(' ') : '',
  ]);
}
