import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse } from './house-copy.ts';

const from = (names: string) => `import { ${names} } from '@kannwas/schema/pool/table';\n`;
const given = 'export const value: unknown = 3;\n';

/** Each rule of the house that Biome keeps, with what it must refuse: title, rule, file, text. */
const violations: [title: string, rule: string, file: string, text: string][] = [
  [
    'a raw count called safe',
    'only-protect-makes-counts',
    'apps/api/src/pool/v-as.ts',
    `${from('type SafeCount')}export const shown = 3 as SafeCount;`,
  ],
  [
    'a list of raw counts called safe',
    'only-protect-makes-counts',
    'apps/api/src/pool/v-list.ts',
    `${from('type SafeCount')}export const shown = [3] as readonly SafeCount[];`,
  ],
  [
    'a raw count that is parsed',
    'only-protect-makes-counts',
    'apps/api/src/pool/v-parse.ts',
    `${from('SafeCount')}export const shown = SafeCount.parse(3);`,
  ],
  [
    'a table of raw counts that is parsed',
    'only-protect-makes-counts',
    'apps/api/src/gaps/v-table.ts',
    `${from('PoolTable')}${given}export const shown = PoolTable.safeParse(value);`,
  ],
  [
    'a safe count under another name',
    'only-protect-makes-counts',
    'apps/web/src/pool/v-name.ts',
    `${from('SafeCount as Count')}export const shown = Count;`,
  ],
  [
    'a statement in a handler',
    'sql-in-stores',
    'apps/api/src/sites/v/routes.ts',
    "import type { Db } from '../../db/database.ts';\nexport const all = (db: Db) => db.selectFrom('site').selectAll();",
  ],
  [
    'the environment read in a room',
    'noProcessEnv',
    'apps/api/src/pool/v-env.ts',
    'export const least = process.env.LEAST;',
  ],
];

type Diagnostic = { category: string; message: string; location: { path: string } };

let house: Awaited<ReturnType<typeof copyHouse>>;
let found: Diagnostic[];
beforeAll(async () => {
  house = await copyHouse();
  for (const [, , file, text] of violations) await house.write(file, text);
  const linted = await house.run(
    'biome',
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    'apps',
    'packages',
  );
  found = JSON.parse(linted).diagnostics;
}, 240_000);
afterAll(() => house.remove());

test.for(violations)('the check refuses %s', ([, rule, file]) => {
  const here = found.filter(({ location }) => location.path === file);
  expect(here.map(({ category, message }) => `${category} ${message}`).join('\n')).toContain(rule);
});

test('the makers of statements and of safe counts are left alone', () => {
  const planted = new Set(violations.map(([, , file]) => file));
  const own = found.filter(({ category, location }) => category === 'plugin' && !planted.has(location.path));
  expect(own.map(({ message, location }) => `${location.path}: ${message}`)).toEqual([]);
});
