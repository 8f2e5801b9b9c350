import { join } from 'node:path';
import { recognitionCodes } from '../germany/recognition.ts';
import { majorGroups, occupationGroups, occupations } from '../occupations.ts';
import { difference, type Finding, invented, officialCodes } from './finding.ts';

/** ISCO-08 and KldB 2010 codes against the official classifications. */
export function checkOccupations(folder: string): Finding[] {
  const isco = join(folder, 'isco', 'isco08_titles_21_languages_from_esco.csv');
  const unitGroups = officialCodes(isco, 4);
  const kldb = officialCodes(join(folder, 'kldb2010_v2020.csv'), 5);
  return [
    {
      checked: `ISCO-08 unit groups of ${occupations.length} occupations`,
      wrong: occupations.filter((one) => !unitGroups.has(one.isco)).map(({ id, isco }) => `${id}: ${isco}`),
    },
    { checked: 'ISCO-08 major groups', wrong: difference(officialCodes(isco, 1), majorGroups) },
    { checked: 'ISCO-08 sub-major groups', wrong: difference(officialCodes(isco, 2), occupationGroups) },
    {
      checked: `KldB 2010 codes of ${occupations.length} occupations`,
      wrong: occupations.filter((one) => !kldb.has(one.kldb)).map(({ id, kldb }) => `${id}: ${kldb}`),
    },
    { checked: 'ISCO-08 unit groups of recognition', wrong: invented(unitGroups, recognitionCodes.isco) },
    { checked: 'KldB 2010 codes of recognition', wrong: invented(kldb, recognitionCodes.kldb) },
  ];
}
