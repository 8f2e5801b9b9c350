import { join } from 'node:path';
import { educationFields } from '../schooling/education.ts';
import { difference, type Finding, officialCodes } from './finding.ts';

/** ISCED-F 2013 fields against the official classification. */
export function checkEducation(folder: string): Finding[] {
  const file = join(folder, 'isced_f_2013_en_fr.csv');
  // "Field unknown" is what an unanswered question says; nobody chooses it.
  const known = (codes: Set<string>) => new Set([...codes].filter((code) => !code.startsWith('99')));
  const narrow = educationFields.flatMap((field) => field.narrow);
  return [
    {
      checked: `${educationFields.length} broad fields of ISCED-F 2013`,
      wrong: difference(
        known(officialCodes(file, 1)),
        educationFields.map(({ id }) => id),
      ),
    },
    {
      checked: `${narrow.length} narrow fields of ISCED-F 2013`,
      wrong: difference(known(officialCodes(file, 2)), narrow),
    },
  ];
}
