import { mixing } from '@kannwas/disclosure/mixing';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';
import { chances, type Person } from '../population.ts';
import { solve } from '../search/evidence.ts';
import { both, type Members, overlap, type Truth, without } from '../truth.ts';
import type { Secret, Sighting } from './sightings.ts';

/** What an attacker of a mechanism has to reckon with: the variance of what is shown, and the share of mixed facts. */
export type Mechanism = { noise: number; mixed: number };
export const mechanismOf = ({ mixing: isMixing }: { mixing: boolean }): Mechanism => ({
  // Of the noise, and of rounding to five.
  noise: 4 + 25 / 12,
  mixed: isMixing ? mixing.share / mixing.of : 0,
});

const levels: readonly string[] = germanLevels;
export const valuesOf = (secret: Secret): readonly string[] =>
  secret === 'german' ? levels : listedCodes[secret];

const meets = (secret: Secret, value: string, code: string) =>
  secret === 'german' ? levels.indexOf(value) >= levels.indexOf(code) : value === code;

/** How often each value is found, for whoever knows somebody's occupation. */
export function priorOf(secret: Secret, { occupation }: Person): number[] {
  const shares = new Map<string, number>(chances[secret](occupation));
  const weights = valuesOf(secret).map((value) => shares.get(value) ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

type Attacker = { truth: Truth; person: number; secret: Secret; mechanism: Mechanism; strangers: Members };

/**
 * How likely each value of the secret is by all sightings together.
 *
 * The attacker knows who is in each group, and the secret of everybody but the strangers. What they do not know has the
 * same part in all groups that it is in: strangers, and facts that were exchanged. So the sightings are weighed by
 * generalised least squares: the best there is where counts and noise are normal.
 * Source: Dinur and Nissim (2003), Revealing Information while Preserving Privacy, PODS 2003; Homer et al. (2008),
 * Resolving individuals contributing trace amounts of DNA to highly complex mixtures, PLoS Genetics 4(8).
 */
export function posteriorOf(attacker: Attacker, sightings: readonly Sighting[]): number[] {
  const { truth, person, secret, mechanism } = attacker;
  const values = valuesOf(secret);
  const one = truth.people[person];
  const prior = one ? priorOf(secret, one) : [];
  const logs = prior.map((share) => Math.log(share));
  for (const [code, own] of Map.groupBy(sightings, (sighting) => sighting.code)) {
    const counting = values.map((value) => Number(meets(secret, value, code)));
    const share = prior.reduce((sum, chance, at) => sum + chance * (counting[at] ?? 0), 0);
    const { sensitivity, surplus } = weigh(attacker, own, code, share);
    for (const [at, counts] of counting.entries()) {
      // What is counted of the person is theirs, or, where it was exchanged, anybody's.
      const expected = (1 - mechanism.mixed) * counts + mechanism.mixed * share;
      logs[at] = (logs[at] ?? 0) + expected * surplus - (expected ** 2 * sensitivity) / 2;
    }
  }
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** How much one person more weighs in all sightings of a code, and by how much more than expected they show. */
function weigh(
  { truth, person, secret, mechanism, strangers }: Attacker,
  sightings: readonly Sighting[],
  code: string,
  share: number,
) {
  const { noise, mixed } = mechanism;
  const counted = truth.members({ [secret]: code });
  const self = new Uint32Array(strangers.length);
  self[person >>> 5] = 1 << (person & 31);
  const others = sightings.map(({ members }) => without(members, self));
  const unknown = others.map((members) => both(members, strangers));
  const familiar = others.map((members) => without(members, strangers));
  const spread = share * (1 - share);
  const covariance = others.map((_, row) =>
    Float64Array.from({ length: row + 1 }, (_, column) => {
      const [a, b] = [sightings[row], sightings[column]];
      const known = overlap(familiar[row] ?? self, familiar[column] ?? self);
      const open = overlap(unknown[row] ?? self, unknown[column] ?? self);
      const moved = a && b ? exchangeable(a, b) * share * (known + open) : 0;
      return spread * open + mixed * (2 * spread * known + moved) + (row === column ? noise : 0);
    }),
  );
  const surplus = sightings.map(({ shown }, at) => {
    const known = overlap(familiar[at] ?? self, counted);
    const all = overlap(familiar[at] ?? self, familiar[at] ?? self);
    const open = overlap(unknown[at] ?? self, unknown[at] ?? self);
    return shown - (1 - mixed) * known - mixed * share * all - share * open;
  });
  // Further off than can be by chance: the group was answered as another.
  const usable = sightings.flatMap((_, at) =>
    (surplus[at] ?? 0) ** 2 > 16 * (covariance[at]?.[at] ?? 0) ? [] : [at],
  );
  const system = usable.map((row, nth) =>
    Float64Array.from(usable.slice(0, nth + 1), (column) => covariance[row]?.[column] ?? 0),
  );
  const weights = solve(
    system,
    usable.map(() => 1),
  );
  return {
    sensitivity: weights.reduce((sum, weight) => sum + weight, 0),
    surplus: weights.reduce((sum, weight, nth) => sum + weight * (surplus[usable[nth] ?? -1] ?? 0), 0),
  };
}

/** How many conditions two groups share that somebody meets or misses by an exchange; such a person is amiss in both. */
function exchangeable(a: Sighting, b: Sighting): number {
  return Object.entries(a.where).filter(
    ([dimension, code]) => dimension !== 'occupation' && dimension !== 'place' && b.where[dimension] === code,
  ).length;
}
