import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escoEndpoints } from '@kannwas/schema/esco';
import { expect } from 'vitest';
import { concept, groups, kldb, occupations, relations, skills, zip, zipName } from '../support/esco.ts';
import { serve, served, test } from '../support/imports.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf } from '../support/people.ts';

const cooks = [
  { n: 1, group: '5120', label: 'broiler', more: ['grillardin', 'person, who "grills"'] },
  { n: 2, group: '5120', label: 'saucier' },
  { n: 3, group: '7212', label: 'welder', more: ['brazier'] },
];
const skillRows = [
  { n: 11, type: 'skill/competence', label: 'tend a fire', more: ['keep a fire\u00A0going'] },
  { n: 12, type: '', label: 'sharpen knives' },
  { n: 13, type: 'knowledge', label: 'cuts of meat' },
];
const relationRows = [
  [1, 'essential', 11],
  [1, 'optional', 12],
  [2, 'essential', 12],
  [2, 'essential', 13],
  [3, 'essential', 11],
  [99, 'essential', 11],
] as const;

let english: string;
let unsuffixed: string;
test('Olu imports both zips of a version, and sees before what would change', async ({
  town,
  imports: { run, kept },
}) => {
  english = await zip(town.folder, zipName('1.1.1', 'en'), {
    'occupations_en.csv': occupations(cooks),
    'skills_en.csv': skills(skillRows),
    'ISCOGroups_en.csv': groups([['5120', 'Scullions']]),
    'skillGroups_en.csv': 'what,nobody,needs\n',
  });
  unsuffixed = await zip(town.folder, zipName('1.1.1', ''), {
    'occupationSkillRelations.csv': relations(relationRows),
  });
  const before = await kept();
  const dry = await run('esco', english, unsuffixed, '--dry-run');
  expect(dry).toMatchObject({ code: 0, output: expect.stringContaining('nothing was changed') });
  expect(dry.output).toContain('occupations_en.csv (version 1.1.1): 3 rows: 3 new, 0 changed, 0 the same');
  expect(await kept()).toBe(before);

  const real = await run('esco', english, unsuffixed);
  expect(real.output).toContain('occupationSkillRelations.csv (version 1.1.1): 6 rows: 6 new');
  expect(real.output).toContain('1 rows name an occupation that is in no list, and have no effect');
  expect(real).toMatchObject({ code: 0, output: expect.stringContaining('All of it is in use now.') });
  const { words, skills: named } = await served(town, 'en');
  expect(words['5120']?.split(' ')).toEqual(expect.arrayContaining(['scullions', 'broiler', 'grillardin']));
  expect(words['7212']).toContain('brazier');
  expect(named).toEqual({
    occupations: 2,
    skills: [
      { name: 'sharpen knives', language: 'en', kind: null, essential: 1, optional: 1 },
      { name: 'cuts of meat', language: 'en', kind: 'knowledge', essential: 1, optional: 0 },
      { name: 'tend a fire', language: 'en', kind: 'skill', essential: 1, optional: 0 },
    ],
  });
}, 180_000);

test('the same files once more change nothing', async ({ imports: { run, kept } }) => {
  const before = await kept();
  const again = await run('esco', english, unsuffixed);
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('Nothing was to be done.') });
  expect(await kept()).toBe(before);
}, 180_000);

test('a phone that has the words already gets them no second time, and gets them packed', async ({
  town,
}) => {
  const server = await serve(town);
  const address = `${server.url}/api/languages/en/words`;
  const first = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  expect(first.headers.get('content-encoding')).toBe('br');
  expect(Object.keys(((await first.json()) as { words: object }).words)).toEqual(['5120', '7212']);
  const etag = first.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  await server.close();
}, 180_000);

test('a language that ESCO lacks has no words, and skills by the names of another language', async ({
  town,
}) => {
  const { words, skills: named } = await served(town, 'uk');
  expect(words).toEqual({});
  expect(named.skills[0]).toMatchObject({ name: 'sharpen knives', language: 'en' });
}, 180_000);

test('an older version adds one more language and takes nothing away from the newer', async ({
  town,
  imports: { take },
}) => {
  const arabic = await zip(town.folder, zipName('1.0', 'ar'), {
    'occupations_ar.csv': occupations(
      [
        { n: 1, group: '9412', label: 'طباخ / شواءة' },
        { n: 4, group: '8322', label: '' },
      ],
      '1.0',
    ),
    'occupationSkillRelations.csv': relations([[1, 'essential', 12]]),
  });
  expect(await take('esco', arabic)).toMatchObject([
    { source: { name: 'occupations_ar.csv' }, verdict: 'imported', difference: { fresh: 2 } },
    { source: { name: 'occupationSkillRelations.csv' }, verdict: 'older' },
  ]);
  const { words, skills: named } = await served(town, 'ar');
  // The newer version knows better where the occupation belongs; both genders are words of their own.
  expect(words).toEqual({ '5120': 'طباخ شواءة' });
  expect(named.occupations).toBe(2);
}, 180_000);

test('a newer version takes the place of the one before it, with columns that nobody knows yet', async ({
  town,
  imports: { take },
}) => {
  const newer = await zip(town.folder, zipName('1.2.1', 'en'), {
    'occupations_en.csv': occupations(
      [
        { n: 1, group: '5120', label: 'broiler', more: ['person, who "grills"', 'grillardin'] },
        { n: 2, group: '5120', label: 'sauce chef' },
        { n: 5, group: '5120', label: 'withdrawn long ago', status: 'deprecated' },
        { n: 6, group: '9412', label: 'dishwasher' },
      ],
      '1.2',
    ),
    'occupationSkillRelations_en.csv': relations([[1, 'essential', 12]]),
  });
  const [outcome] = await take('esco', newer);
  expect(outcome).toMatchObject({
    source: { name: 'occupations_en.csv', version: '1.2.1' },
    difference: { fresh: 1, changed: 1, same: 1, gone: 1 },
    leftOut: 1,
  });
  const { words, skills: named } = await served(town, 'en');
  expect(words['9412']).toBe('dishwasher');
  expect(words['7212']).toBeUndefined();
  expect(named.skills).toHaveLength(1);
}, 180_000);

test('the way to the KldB brings German words, and leaves out what leads back to ISCO', async ({
  town,
  imports: { take },
}) => {
  const file = join(town.folder, 'mapping.csv');
  await writeFile(
    file,
    kldb([
      [concept(1), 'B 29302-122', 'Grillmeister/Grillmeisterin', 'exactMatch'],
      ['C8332', 'B 52122-105', 'Fernfahrer/Fernfahrerin', 'narrowMatch'],
      [concept(2), 'BE 5120', 'Köche', 'broadMatch'],
    ]),
  );
  expect(await take('kldb', file)).toMatchObject([
    { source: { version: '20220518' }, rows: 2, difference: { fresh: 2 } },
  ]);
  const { words } = await served(town, 'de');
  expect(words).toEqual({ '5120': 'grillmeister', '8332': 'fernfahrer' });
  const { db, close } = await town.open();
  expect(await db.selectFrom('esco_kldb').select('kldb').orderBy('row').execute()).toEqual([
    { kldb: '29302' },
    { kldb: '52122' },
  ]);
  await close();
}, 180_000);

if (process.env.ENGINE === 'postgres') {
  test('on PostgreSQL the server runs on, and serves the new words at once', async ({
    town,
    imports: { run },
  }) => {
    const server = await serve(town);
    const words = async () =>
      bodyOf(
        escoEndpoints.words,
        await request(server.url, escoEndpoints.words, { params: { language: 'en' } }),
      ).words;
    expect((await words())['9412']).toBe('dishwasher');
    await run('esco', english);
    expect((await words())['7212']).toContain('brazier');
    await server.close();
  }, 180_000);
}
