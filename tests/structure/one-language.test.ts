import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newcomerFiles } from '../../apps/web/build/languages/files.ts';
import { copyHouse, wholeHouse } from './house-copy.ts';

const line = "  sq: { name: 'Shqip', dir: 'ltr', spoken: 'sqi', locale: 'sq', script: 'latin' },";
/** What ICU cannot name in Albanian. */
const ownNames = { dyu: 'Diula', kri: 'Krio', mnk: 'Mandinka', rif: 'Rif', rom: 'Romani', sus: 'Susu' };

const languages = 'packages/catalogue/src/languages';
let house: Awaited<ReturnType<typeof copyHouse>>;

/** One folder, here with marked English texts in place of a translation, and one line. */
beforeAll(async () => {
  house = await copyHouse();
  for (const file of [...newcomerFiles(), 'recall']) {
    const english = await readFile(join(house.folder, languages, 'en', `${file}.json`), 'utf8');
    const said = JSON.parse(english, (_, text) => (typeof text === 'string' ? `${text} (sq)` : text));
    await house.write(`${languages}/sq/${file}.json`, JSON.stringify(said));
  }
  await house.write(`${languages}/sq/names-own.json`, JSON.stringify({ languages: ownNames }));
  const table = 'packages/schema/src/codes.ts';
  const before = await readFile(join(house.folder, table), 'utf8');
  await house.write(table, before.replace(/\n} as const satisfies Record<string, Written>/, `\n${line}$&`));
  await house.run('node', 'packages/catalogue/src/names/make.ts');
}, 240_000);
afterAll(() => house.remove());

test('a language is added by one folder and one line, and everything compiles', async () => {
  for (const part of wholeHouse) {
    expect(await house.run('tsc', '--project', part, '--pretty', 'false')).toBe('');
  }
}, 480_000);

test('the checks of texts know the new language', async () => {
  const tests = [
    'tests/locales',
    'packages/catalogue/src/texts.test.ts',
    'packages/catalogue/src/names.test.ts',
  ];
  const report = join(house.folder, 'report.json');
  const options = ['--config', 'tests/vitest.config.ts', '--project', 'rules', '-t', 'sq'];
  const printed = ['--reporter', 'json', '--outputFile', report];
  await house.run('../../tests/node_modules/.bin/vitest', 'run', ...options, ...printed, ...tests);
  const result: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    await readFile(report, 'utf8'),
  );
  expect(result.numFailedTests).toBe(0);
  expect(result.numPassedTests).toBeGreaterThan(20);
}, 480_000);

test('the table of languages lists it, with no text missing', async () => {
  const printed = await house.run('node', 'apps/web/build/languages.ts', '--json');
  const { languages: lines }: { languages: { code: string; missing: number }[] } = JSON.parse(printed);
  expect(lines.at(-1)).toMatchObject({ code: 'sq', missing: 0, reviewed: 0, outdated: 0 });
});
