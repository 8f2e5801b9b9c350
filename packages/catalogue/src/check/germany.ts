import { join } from 'node:path';
import { kreise } from '../germany/places.ts';
import { craftNumbers } from '../germany/recognition.ts';
import crafts from '../languages/de/crafts.json' with { type: 'json' };
import { difference, type Finding, officialNames } from './finding.ts';

/** Kreise and the trades of Annex A against the official lists. */
export function checkGermany(folder: string): Finding[] {
  return [checkKreise(folder), checkCrafts(folder)];
}

function checkKreise(folder: string): Finding {
  const official = officialNames(join(folder, 'geo', 'kreise_destatis_gv_2021.csv'));
  // Eisenach joined the Wartburgkreis in 2021; the register of that year still has both.
  official.delete('16056');
  // The register abbreviates what follows the first word, and we do not: "Weiden i.d.OPf."
  const renamed = kreise.filter(({ ags, name }) => !official.get(ags)?.includes(name.split(' ')[0] ?? name));
  return {
    checked: `${kreise.length} Kreise`,
    wrong: [
      ...difference(
        new Set(official.keys()),
        kreise.map(({ ags }) => ags),
      ),
      ...renamed.map(({ ags, name }) => `${ags}: ${name} is ${official.get(ags)}`),
    ],
  };
}

function checkCrafts(folder: string): Finding {
  const official = officialNames(join(folder, 'hwo-anlage-a.csv'));
  const renamed = craftNumbers.filter((number) => official.get(number) !== crafts[number]);
  return {
    checked: `${craftNumbers.length} trades of Annex A HwO`,
    wrong: [
      ...difference(new Set(official.keys()), craftNumbers),
      ...renamed.map((number) => `${number}: ${crafts[number]} is ${official.get(number)}`),
    ],
  };
}
