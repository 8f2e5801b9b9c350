import { existsSync } from 'node:fs';
import { checkCountries } from './check/countries.ts';
import { checkEducation } from './check/education.ts';
import { checkGermany } from './check/germany.ts';
import { checkOccupations } from './check/occupations.ts';
import { checkPictures } from './check/pictures.ts';

// Checks codes against the official lists, which are not ours to ship: they lie in the folder REFERENCE_DATA.
// Run: REFERENCE_DATA=<folder> node packages/catalogue/src/check.ts

const subjects = [checkOccupations, checkCountries, checkEducation, checkGermany];

// biome-ignore lint/style/noProcessEnv: this is a command of its own; the folder lies outside the project.
const folder = process.env.REFERENCE_DATA;
if (folder !== undefined && !existsSync(folder)) throw new Error(`REFERENCE_DATA names no folder: ${folder}`);
const official = folder === undefined ? [] : subjects.flatMap((check) => check(folder));
for (const { checked, wrong } of [...checkPictures(), ...official]) {
  process.stdout.write(
    wrong.length === 0 ? `right: ${checked}\n` : `WRONG: ${checked}: ${wrong.join(', ')}\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
if (folder === undefined) process.stdout.write('NOT CHECKED: official codes. REFERENCE_DATA is not set.\n');
