import { makeRulesOf } from '@kannwas/api/pool/rules';
import { type ExportFormat, poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { PoolTable } from '@kannwas/schema/pool/table';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { publishTown, townOf } from '../support/epoch-town.ts';
import { hire, signIn } from '../support/people.ts';
import { ask, table, townLimits } from '../support/town.ts';

let running: Running;
let dmitri: Record<string, string>;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  await hire(running, 'dmitri');
  dmitri = await signIn(running.url, 'dmitri');
  await publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, 1, townOf(900));
});
afterAll(() => running.close());

const questions = [
  '',
  'by=german',
  'german=A2&by=availability,place',
  'occupation=7&by=occupation',
  'occupation=2320',
];

function download(question: string, format: ExportFormat, language = 'en') {
  const address = poolEndpoints.export.url.replace(':siteId', 'hettstedt');
  return fetch(`${running.url}${address}?${question}&format=${format}&language=${language}`, {
    headers: dmitri,
  });
}

/** The numbers of a table in its order, the total first, as files write them. */
const numbersOf = ({ total, refused, rows }: PoolTable) => [
  refused ? '.' : (total ?? '<10'),
  ...rows.map(({ count, hidden }) => (hidden ? '.' : (count ?? '<10'))),
];

test.each(questions)('every file of a question holds the numbers of its table: %s', async (question) => {
  const shown = numbersOf(await table(running.url, dmitri, question));
  const text = await (await download(question, 'csv')).text();
  const [head = [], ...rows] = parse(text, { bom: true });
  const column = head.indexOf('people');
  expect(rows.map((row) => row[column])).toEqual(shown.map(String));

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (await download(question, 'xlsx')).arrayBuffer());
  const written = workbook
    .getWorksheet('table')
    ?.getColumn(column + 1)
    .values.slice(2);
  expect(written).toEqual(shown);

  const { id, size, value, status, dimension } = await (await download(question, 'json-stat')).json();
  expect(value).toHaveLength(size.reduce((cells: number, codes: number) => cells * codes, 1));
  const read = value.map((number: number | null, at: number) => number ?? status[at]);
  // JSON-stat puts margins among the rows they sum up, so only what is there is compared.
  expect(read.toSorted()).toEqual(shown.toSorted());
  expect(Object.keys(dimension)).toEqual(id);
});

test('files are a German or an English table with codes beside names, and say when and how it was made', async () => {
  const german = await (await download('occupation=7&by=occupation', 'csv', 'de')).text();
  const [head, total, first] = parse(german, { bom: true });
  expect(head).toEqual(['Beruf (Code)', 'Beruf', 'Menschen', 'Stand', 'veröffentlicht am', 'Hinweis']);
  expect(total?.[0]).toBe('7');
  expect(total?.at(-1)).toContain('Cell-Key-Methode');
  expect(first?.slice(0, 2)).toEqual(['71', expect.stringMatching(/^[A-ZÄÖÜ]/)]);
  expect(first?.slice(3)).toEqual(['1', expect.stringMatching(/^\d{4}-\d\d-\d\d$/), '']);
  const { label, note, dimension } = await (await download('by=place', 'json-stat')).json();
  expect(label).toBe('everybody in the pool / Place');
  expect(note[0]).toContain('cell key method');
  expect(dimension.place.category.label.hettstedt).toBe('Hettstedt');
});

test('a file is named after site and epoch, and is asked for like any other question', async () => {
  const reply = await download('by=education', 'csv');
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="kannwas-hettstedt-1.csv"');
  expect(reply.headers.get('content-type')).toContain('text/csv');
  const last = await running.db
    .selectFrom('pool_question')
    .select(['question', 'repeated'])
    .orderBy('asked_at', 'desc')
    .limit(1)
    .execute();
  expect(last).toEqual([{ question: 'by=education', repeated: false }]);
  expect((await ask(running.url, dmitri, 'by=education')).status).toBe(200);
});

test('the name of a district that looks like a formula stays text in a spreadsheet', async () => {
  const districts = [{ code: '15087220', name: '=HYPERLINK("https://eve.example")' }];
  await running.db
    .updateTable('site')
    .set({ districts: JSON.stringify(districts) })
    .where('site_id', '=', 'hettstedt')
    .execute();
  const rows = parse(await (await download('by=place', 'csv')).text(), { bom: true });
  expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  expect(rows.flat()).toContain(`'=HYPERLINK("https://eve.example")`);
});
