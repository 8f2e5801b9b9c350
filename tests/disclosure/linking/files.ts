import type { Account } from '../api.ts';
import { unzipped } from './zip.ts';

const formats = ['csv', 'xlsx', 'json-stat'] as const;

/** A file of one question, all that is in it, and the numbers that the question was answered with. */
export type Exported = { asked: string; text: string; strangers: string[] };

/**
 * Downloads a question in every format and language, with whatever the file holds besides its sheets, and looks for
 * numbers that the answer on the page does not have: a true count, a count of rows, a key.
 */
export async function download(account: Account, siteId: string, question: string): Promise<Exported[]> {
  const path = `/api/sites/${siteId}/pool`;
  const table: { epoch: { epoch: number }; total: number | null; rows: { count: number | null }[] } = await (
    await account.get(`${path}?${question}`)
  ).json();
  const shown = new Set([table.total, ...table.rows.map(({ count }) => count)].map(String));
  const files: Exported[] = [];
  for (const format of formats) {
    for (const language of ['de', 'en']) {
      const asked = `${question} as ${format}, ${language}`;
      const reply = await account.get(`${path}/export?${question}&format=${format}&language=${language}`);
      const bytes = Buffer.from(await reply.arrayBuffer());
      const text = format === 'xlsx' ? unzipped(bytes) : bytes.toString('utf8');
      const numbers = numbersIn(text, format);
      files.push({
        asked,
        text: `${JSON.stringify([...reply.headers])}\n${text}`,
        strangers: numbers.filter((number) => !shown.has(number) && number !== String(table.epoch.epoch)),
      });
    }
  }
  return files;
}

/** The numbers that a file holds as numbers: cells of a sheet, columns of a table, values of a cube. */
function numbersIn(text: string, format: (typeof formats)[number]): string[] {
  if (format === 'json-stat') {
    const { value }: { value: (number | null)[] } = JSON.parse(text);
    return value.filter((number) => number !== null).map(String);
  }
  // Text in a sheet is written with a type; a cell without one is a number.
  if (format === 'xlsx') {
    return [...text.matchAll(/<c r="[A-Z]+\d+"(?: s="\d+")?><v>([^<]*)<\/v>/g)].map(
      ([, number = '']) => number,
    );
  }
  const rows = text.split(/\r?\n/).slice(1);
  // Codes and the year of the day are numbers too, so only the column before the epoch is one of people.
  return rows.flatMap((row) => {
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    const day = cells.findIndex((cell) => /^\d{4}-\d\d-\d\d$/.test(cell));
    const people = cells[day - 2];
    return people !== undefined && /^-?\d+(\.\d+)?$/.test(people) ? [people] : [];
  });
}
