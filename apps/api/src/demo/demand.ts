import type { NewDemand } from '@kannwas/schema/gaps';
import type { GermanLevel } from '@kannwas/schema/snapshots';
import { v7 } from 'uuid';
import { makeRandom } from './people/random.ts';

type Line = readonly [occupation: string, district: string, number: number, german: GermanLevel];

const [hettstedt, eisleben, sangerhausen, suedharz] = [
  '15087220',
  '15087130',
  '15087370',
  '15087412',
] as const;

/** What Dmitri, the butcher, is looking for. All of this is made up. */
const atTheButchers: readonly Line[] = [
  ['75', hettstedt, 3, 'A2'],
  ['52', hettstedt, 2, 'B1'],
  ['94', hettstedt, 1, 'A1'],
];

/** What the town expects to be missing, mostly because people retire. */
const inTheTown: readonly Line[] = [
  ['22', eisleben, 24, 'B2'],
  ['22', sangerhausen, 30, 'B2'],
  ['23', hettstedt, 8, 'C1'],
  ['23', sangerhausen, 12, 'C1'],
  ['32', hettstedt, 9, 'B2'],
  ['51', sangerhausen, 14, 'A2'],
  ['51', suedharz, 12, 'A2'],
  ['53', hettstedt, 22, 'B1'],
  ['53', eisleben, 35, 'B1'],
  ['53', sangerhausen, 40, 'B1'],
  ['71', hettstedt, 12, 'A2'],
  ['71', eisleben, 18, 'A2'],
  ['72', hettstedt, 20, 'B1'],
  ['72', sangerhausen, 16, 'B1'],
  ['74', eisleben, 14, 'B1'],
  ['75', eisleben, 6, 'A2'],
  ['83', hettstedt, 15, 'A2'],
  ['83', sangerhausen, 22, 'A2'],
  ['91', eisleben, 10, 'A1'],
  ['93', sangerhausen, 12, 'A1'],
];

const random = makeRandom('demand');

function toDemand(kind: NewDemand['kind'], source: string) {
  return ([occupation, district, number, german]: Line): NewDemand => ({
    id: v7({ msecs: Date.UTC(2026, 9, 1), random: random.bytes(16) }),
    occupation,
    district,
    number,
    german,
    from: '2026-12-01',
    until: null,
    kind,
    source,
  });
}

/** Demand of the demo site, by whose it is; labelled as made up in its source. */
export const demoDemand = {
  dmitri: atTheButchers.map(toDemand('vacancy', 'Fleischerei Dmitri (erfunden)')),
  ines: inTheTown.map(toDemand('retirement', 'Schätzung der Stadt (erfunden)')),
};
