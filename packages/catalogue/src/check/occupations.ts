import { join } from 'node:path';
import { recognitionCodes } from '../germany/recognition.ts';
import groups from '../languages/en/groups.json' with { type: 'json' };
import { majorGroups, type OccupationId, occupationGroups, occupations } from '../occupations.ts';
import { difference, type Finding, invented, officialCodes } from './finding.ts';

/** ISCO-08 on all four levels and KldB 2010 codes against the official classifications. */
export function checkOccupations(folder: string): Finding[] {
  const isco = join(folder, 'isco', 'isco08_titles_21_languages_from_esco.csv');
  const unitGroups = officialCodes(isco, 4);
  const kldb = officialCodes(join(folder, 'kldb2010_v2020.csv'), 5);
  const minorGroups = Object.keys(groups.minorGroups);
  const named = Object.keys(groups.unitGroups);
  return [
    { checked: '10 major groups of ISCO-08', wrong: difference(officialCodes(isco, 1), majorGroups) },
    {
      checked: '43 sub-major groups of ISCO-08',
      wrong: difference(officialCodes(isco, 2), occupationGroups),
    },
    {
      checked: `${minorGroups.length} minor groups of ISCO-08`,
      wrong: difference(officialCodes(isco, 3), minorGroups),
    },
    { checked: `${named.length} unit groups of ISCO-08`, wrong: difference(unitGroups, named) },
    {
      checked: `ISCO-08 unit groups of ${occupations.length} occupations`,
      wrong: occupations.filter((one) => !unitGroups.has(one.isco)).map(({ id, isco }) => `${id}: ${isco}`),
    },
    {
      checked: `KldB 2010 codes of ${occupations.length} occupations`,
      wrong: occupations.filter((one) => !kldb.has(one.kldb)).map(({ id, kldb }) => `${id}: ${kldb}`),
    },
    {
      checked: 'levels of KldB 2010 beside ISCO-08',
      wrong: occupations
        .filter(({ id, isco, kldb }) => !levelsFit(isco, kldb) && !levelsApart.includes(id))
        .map(({ id, isco, kldb }) => `${id}: ${isco} and ${kldb}`),
    },
    { checked: 'ISCO-08 unit groups of recognition', wrong: invented(unitGroups, recognitionCodes.isco) },
    { checked: 'KldB 2010 codes of recognition', wrong: invented(kldb, recognitionCodes.kldb) },
  ];
}

/** The levels of KldB 2010 (its last digit) that a major group of ISCO-08 can have. */
const levels: Readonly<Record<string, string>> = { 1: '234', 2: '34', 3: '23', 9: '1' };

function levelsFit(isco: string, kldb: string): boolean {
  return (levels[isco.slice(0, 1)] ?? '12').includes(kldb.slice(-1));
}

/** Germany teaches these in other ways than ISCO-08 thinks of, or KldB 2010 knows no lower level for them. */
const levelsApart: readonly OccupationId[] = [
  'window-cleaner',
  'car-washer',
  'odd-jobs',
  'kindergarten-teacher',
  'driving-instructor',
  'nurse',
  'cart-driver',
  'shop-owner',
];
