import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CellError, FileError } from './trouble.ts';

/** A row of a table, by the names of its columns; `row` is its number as a spreadsheet program shows it. */
export type TableRow = { row: number; cell: (column: string) => string; has: (column: string) => boolean };

/** What a table must look like to be read at all. */
export type TableShape = {
  /** Columns that must be there; others may be, in any order, known or not. */
  needed: readonly string[];
  /** Told of each row before the header, where a file begins with remarks. */
  onPreamble?: (cells: readonly string[]) => void;
  /** Told how many bytes have been read. */
  onRead?: (bytes: number) => void;
};

/** So many rows of remarks may stand before the header. */
const mostRemarks = 100;
/** No row of any list is near this; a quotation mark that never closes would swallow the rest of the file. */
const longestRow = 1_000_000;

/**
 * Reads a CSV file row by row: with or without a byte order mark, either line ending, newlines within quotes.
 * @throws FileError in plain words when a column is missing or the file is no table
 */
export async function* tableRows(file: string, bytes: Readable, shape: TableShape): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: longestRow });
  let read = 0;
  bytes.on('error', (error) => parser.destroy(error));
  bytes.on('data', (chunk: Buffer) => {
    read += chunk.length;
  });
  bytes.pipe(parser);
  let places: ReadonlyMap<string, number> | undefined;
  let [row, nearest]: [number, readonly string[]] = [0, []];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      shape.onRead?.(read);
      if (places) {
        if (record.some((text) => text !== '')) yield rowOf(row, record, places);
        continue;
      }
      if (known(record, shape) >= known(nearest, shape)) nearest = record;
      if (known(record, shape) === shape.needed.length) {
        places = new Map(record.map((column, place) => [column, place]));
      } else if (shape.onPreamble && row <= mostRemarks) shape.onPreamble(record);
      else throw new FileError(missing(file, nearest, shape.needed));
    }
  } catch (error) {
    throw plain(file, row, error);
  } finally {
    bytes.destroy();
  }
  if (!places) throw new FileError(missing(file, nearest, shape.needed));
}

const known = (cells: readonly string[], { needed }: TableShape) =>
  needed.filter((column) => cells.includes(column)).length;

function rowOf(row: number, record: readonly string[], places: ReadonlyMap<string, number>): TableRow {
  const cell = (column: string) => {
    const text = record[places.get(column) ?? -1]?.trim() ?? '';
    // What no UTF-8 text contains, unless it was read as UTF-8 without being it.
    if (text.includes('\uFFFD')) {
      throw new CellError(column, 'holds letters that cannot be read.', 'Save the file as UTF-8.');
    }
    return text;
  };
  return { row, cell, has: (column) => places.has(column) };
}

function missing(file: string, found: readonly string[], needed: readonly string[]): string {
  const lacking = needed.filter((column) => !found.includes(column));
  return `${file} lacks ${lacking.length === 1 ? 'the column' : 'the columns'} ${lacking.join(', ')}. Take the file as it was published, with its first rows.`;
}

function plain(file: string, row: number, error: unknown): unknown {
  if (error instanceof CsvError) {
    return new FileError(
      `${file} cannot be read after row ${row}: a quotation mark is missing or too many there. Take the file as it was published.`,
      { cause: error },
    );
  }
  if (!isBroken(error)) return error;
  return new FileError(`${file} is damaged after row ${row}. Download it again.`, { cause: error });
}

/** What unzipping says of bytes that are not what they should be. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || /bytes in the stream|premature close/i.test(error.message);
}
