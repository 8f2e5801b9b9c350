import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { countries } from './countries.ts';
import { fields } from './fields.ts';
import { makeNames } from './names/make.ts';
import { majorGroups, occupationGroups, occupations } from './occupations.ts';

// Checks codes against the official lists, which are not ours to ship: they lie in the folder REFERENCE_DATA.
// Run: REFERENCE_DATA=<folder> node packages/catalogue/src/check.ts

type Finding = { readonly checked: string; readonly wrong: readonly string[] };

/** Codes of one level in a classification file whose first two columns are code and level. */
function officialCodes(file: string, level: number): Set<string> {
  const rows = readFileSync(file, 'utf8').matchAll(/^(\d+),(\d),/gm);
  return new Set([...rows].filter((row) => row[2] === String(level)).map((row) => row[1] ?? ''));
}

function checkPictures(): Finding {
  // The pictures belong to the web room; only there are they installed.
  const fromWeb = createRequire(new URL('../../../apps/web/package.json', import.meta.url));
  const drawn: { icons: Record<string, unknown> } = fromWeb('@iconify-json/fluent-emoji-flat/icons.json');
  return {
    checked: `pictures of ${fields.length} fields of work`,
    wrong: fields
      .filter(({ picture }) => !(picture in drawn.icons))
      .map(({ id, picture }) => `${id}: ${picture}`),
  };
}

function checkIsco(folder: string): Finding[] {
  const file = join(folder, 'isco', 'isco08_titles_21_languages_from_esco.csv');
  const unitGroups = officialCodes(file, 4);
  const invented = occupations.filter(({ isco }) => !unitGroups.has(isco));
  return [
    {
      checked: `ISCO-08 unit groups of ${occupations.length} occupations`,
      wrong: invented.map(({ id, isco }) => `${id}: ${isco}`),
    },
    { checked: 'ISCO-08 major groups', wrong: difference(officialCodes(file, 1), majorGroups) },
    { checked: 'ISCO-08 sub-major groups', wrong: difference(officialCodes(file, 2), occupationGroups) },
  ];
}

function checkKldb(folder: string): Finding {
  const official = officialCodes(join(folder, 'kldb2010_v2020.csv'), 5);
  const invented = occupations.filter(({ kldb }) => !official.has(kldb));
  return {
    checked: `KldB 2010 codes of ${occupations.length} occupations`,
    wrong: invented.map(({ id, kldb }) => `${id}: ${kldb}`),
  };
}

function checkCountries(folder: string): Finding {
  const file = join(folder, 'country-and-language-names-cldr48-32-locales.json');
  const reference: { en: { regions: Record<string, string> } } = JSON.parse(readFileSync(file, 'utf8'));
  const { regions } = reference.en;
  const ours = makeNames('en').countries;
  const renamed = Object.keys(ours).filter((code) => code in regions && ours[code] !== regions[code]);
  return {
    checked: 'country codes and names',
    wrong: [...difference(new Set(Object.keys(regions)), countries), ...renamed],
  };
}

function difference(official: Set<string>, ours: readonly string[]): string[] {
  const missing = official.difference(new Set(ours));
  const invented = new Set(ours).difference(official);
  return [
    ...[...missing].map((code) => `missing ${code}`),
    ...[...invented].map((code) => `invented ${code}`),
  ];
}

// biome-ignore lint/style/noProcessEnv: this is a command of its own; the folder lies outside the project.
const folder = process.env.REFERENCE_DATA;
if (folder !== undefined && !existsSync(folder)) throw new Error(`REFERENCE_DATA names no folder: ${folder}`);
const official =
  folder === undefined ? [] : [...checkIsco(folder), checkKldb(folder), checkCountries(folder)];
for (const { checked, wrong } of [checkPictures(), ...official]) {
  process.stdout.write(
    wrong.length === 0 ? `right: ${checked}\n` : `WRONG: ${checked}: ${wrong.join(', ')}\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
if (folder === undefined) process.stdout.write('NOT CHECKED: official codes. REFERENCE_DATA is not set.\n');
