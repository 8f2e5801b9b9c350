import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse } from './house-copy.ts';

const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);

/** For every rule a file that breaks it: where it stands, and the import that it should not have. */
const violations: Record<string, [file: string, imports: string]> = {
  'no-cycles': ['packages/schema/src/v-circle.ts', "export * from './v-circle.ts'"],
  'everything-is-found': ['packages/schema/src/v-lost.ts', "export * from './nowhere.ts'"],
  'tests-are-not-imported': ['apps/api/src/v-test.ts', "export * from '../../../tests/support/app.ts'"],

  'schema-knows-zod-only': ['packages/schema/src/v-zod.ts', "export * from 'node:crypto'"],
  'phones-load-little': ['packages/schema/src/survey/v-zod.ts', "export * from 'zod'"],
  'disclosure-knows-nobody': ['packages/disclosure/src/v-file.ts', "export * from 'node:fs'"],
  'disclosure-takes-types-only': [
    'packages/disclosure/src/v-code.ts',
    "export { type Published, SafeCount } from '@kannwas/schema/pool/table'",
  ],
  'catalogue-knows-schema-only': ['packages/catalogue/src/v-zod.ts', "export * from 'zod'"],

  'web-rooms-do-not-meet': ['apps/web/src/pool/v-room.ts', "export * from '../gaps/queries.ts'"],
  'web-rooms-are-known-to-the-router-only': [
    'apps/web/src/ui/v-room.ts',
    "export * from '../gaps/queries.ts'",
  ],
  'web-never-imports-the-api': [
    'apps/web/src/app/v-api.ts',
    "export type * from '../../../api/src/db/database.ts'",
  ],
  'phones-never-load-the-desk': ['apps/web/src/survey/v-desk.ts', "import('../ui/v-desk.ts')"],

  'api-never-imports-the-web': ['apps/api/src/v-web.ts', "export * from '../../web/src/languages.ts'"],
  'only-app-imports-routes': ['apps/api/src/sites/v-routes.ts', "export * from './routes.ts'"],
  'routes-do-not-query': ['apps/api/src/sites/v/routes.ts', "export { sql } from 'kysely'"],
  'stores-know-the-database-only': ['apps/api/src/pool/v/store.ts', "export * from '../ask.ts'"],
  'sql-in-stores': ['apps/api/src/pool/v/ask.ts', "export { sql } from 'kysely'"],
  'shared-files-know-no-room': ['apps/api/src/http/v-room.ts', "export * from '../sites/store.ts'"],
  'counting-never-reaches-people': ['apps/api/src/pool/v-people.ts', "export * from '../v-way.ts'"],

  'api-accounts-keeps-to-its-doors': ['apps/api/src/accounts/v.ts', "export * from '../survey/store.ts'"],
  'api-sites-keeps-to-its-doors': ['apps/api/src/sites/v.ts', "export * from '../survey/store.ts'"],
  'api-survey-keeps-to-its-doors': ['apps/api/src/survey/v.ts', "export * from '../interviews/store.ts'"],
  'api-interviews-keeps-to-its-doors': ['apps/api/src/interviews/v.ts', "export * from '../pool/ask.ts'"],
  'api-contacts-keeps-to-its-doors': ['apps/api/src/contacts/v.ts', "export * from '../survey/events.ts'"],
  'api-snapshots-keeps-to-its-doors': ['apps/api/src/snapshots/v.ts', "export * from '../pool/ask.ts'"],
  'api-pool-keeps-to-its-doors': ['apps/api/src/pool/v.ts', "export * from '../snapshots/publish.ts'"],
  'api-gaps-keeps-to-its-doors': ['apps/api/src/gaps/v.ts', "export * from '../pool/store.ts'"],
  'api-offers-keeps-to-its-doors': ['apps/api/src/offers/v.ts', "export * from '../survey/store.ts'"],
  'api-languages-keeps-to-its-doors': ['apps/api/src/languages/v.ts', "export * from '../survey/store.ts'"],
};

/** Files through which two of the violations go. */
const ways = {
  'apps/api/src/v-way.ts': "export * from './survey/store.ts'",
  'apps/web/src/ui/v-desk.ts': "export * from './desk/dates.ts'",
};

type Found = { rule: { name: string }; from: string };

let house: Awaited<ReturnType<typeof copyHouse>>;
let found: Found[];
beforeAll(async () => {
  house = await copyHouse();
  const files = [...Object.values(violations), ...Object.entries(ways)];
  for (const [file, imports] of files) await house.write(file, `${imports};`);
  const cruised = await house.run(
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'apps',
    'packages',
    'tests',
  );
  found = JSON.parse(cruised).summary.violations;
}, 180_000);
afterAll(() => house.remove());

test('no rule about layers is without its proof', () => {
  expect(Object.keys(violations).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
});

test.for(Object.entries(violations))('the check refuses what breaks %s', ([rule, [file]]) => {
  expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
});

test('the house itself keeps its rules', () => {
  const planted = new Set([...Object.values(violations).map(([file]) => file), ...Object.keys(ways)]);
  const own = found.filter(({ from }) => !planted.has(from));
  expect(own.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
});
