import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countries } from '../countries.ts';
import { makeNames } from '../names/make.ts';
import { ladderIds } from '../schooling/ladders.ts';
import { difference, type Finding, invented } from './finding.ts';

/** Country codes and names against CLDR. */
export function checkCountries(folder: string): Finding[] {
  const file = join(folder, 'country-and-language-names-cldr48-32-locales.json');
  const reference: { en: { regions: Record<string, string> } } = JSON.parse(readFileSync(file, 'utf8'));
  const { regions } = reference.en;
  const official = new Set(Object.keys(regions));
  const ours = makeNames('en').countries;
  const renamed = Object.keys(ours).filter((code) => code in regions && ours[code] !== regions[code]);
  const withLadder = ladderIds.filter((id) => id !== 'general');
  return [
    { checked: 'country codes and names', wrong: [...difference(official, countries), ...renamed] },
    { checked: `countries of ${withLadder.length} school ladders`, wrong: invented(official, withLadder) },
  ];
}
