import { factsIn } from '@kannwas/disclosure/cell';
import { mixing } from '@kannwas/disclosure/mixing';
import { noiseWith } from '@kannwas/disclosure/rules';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';
import { chances, type Person } from '../population.ts';
import { solve } from '../search/evidence.ts';
import { both, type Members, overlap, type Truth, without } from '../truth.ts';
import type { Group, Secret } from './sightings.ts';

/** What an attacker of a mechanism has to reckon with: the variance of what is shown of a group, and the share of mixed facts. */
export type Mechanism = { noise: (group: Group) => number; mixed: number };
export const mechanismOf = ({ mixing: isMixing }: { mixing: boolean }): Mechanism => ({
  // Of the noise with what is asked for and the secret, and of rounding to five.
  noise: ({ where }) => noiseWith(factsIn(where) + 1).V + 25 / 12,
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

/** How many people any two groups share; of each pair once, the later group first. */
type Overlaps = readonly Int32Array[];

const overlapsOf = (groups: readonly Members[]): Overlaps =>
  groups.map((one, row) => Int32Array.from(groups.slice(0, row + 1), (other) => overlap(one, other)));

/** Everything about one person that does not hang on how much of the others is known. */
export type Around = {
  truth: Truth;
  person: number;
  secret: Secret;
  mechanism: Mechanism;
  groups: readonly Group[];
  /** The others in each group. */
  others: readonly Members[];
  shared: Overlaps;
  /** How many people of any two groups may be amiss in both by an exchange, once for each condition in common. */
  movable: Overlaps;
};

export function around(one: Omit<Around, 'others' | 'shared' | 'movable'>): Around {
  const self = new Uint32Array(Math.ceil(one.truth.people.length / 32));
  self[one.person >>> 5] = 1 << (one.person & 31);
  const others = one.groups.map(({ members }) => without(members, self));
  const shared = overlapsOf(others);
  const movable = shared.map((row, at) =>
    row.map((people, column) => {
      const [a, b] = [one.groups[at], one.groups[column]];
      return a && b ? exchangeable(a, b) * people : 0;
    }),
  );
  return { ...one, others, shared, movable };
}

/**
 * How much all sightings together speak for each value of the secret: logarithms of likelihoods.
 *
 * The attacker knows who is in each group, and the secret of everybody but the strangers. What they do not know has the
 * same part in all groups that it is in: strangers, and facts that were exchanged. So the sightings are weighed by
 * generalised least squares: the best there is where counts and noise are normal.
 * Source: Dinur and Nissim (2003), Revealing Information while Preserving Privacy, PODS 2003; Homer et al. (2008),
 * Resolving individuals contributing trace amounts of DNA to highly complex mixtures, PLoS Genetics 4(8).
 */
export function evidenceOf(here: Around, strangers: Members): number[] {
  const { truth, person, secret, mechanism, others } = here;
  const values = valuesOf(secret);
  const one = truth.people[person];
  const prior = one ? priorOf(secret, one) : [];
  const logs = values.map(() => 0);
  const strange = others.map((members) => both(members, strangers));
  const open = overlapsOf(strange);
  for (const code of listedCodes[secret]) {
    const counting = values.map((value) => Number(meets(secret, value, code)));
    const share = prior.reduce((sum, chance, at) => sum + chance * (counting[at] ?? 0), 0);
    const counted = truth.members({ [secret]: code });
    const familiar = others.map((members) => overlap(without(members, strangers), counted));
    const { sensitivity, surplus } = weigh(here, { code, share, open, familiar });
    for (const [at, counts] of counting.entries()) {
      // What is counted of the person is theirs, or, where it was exchanged, anybody's.
      const expected = (1 - mechanism.mixed) * counts + mechanism.mixed * share;
      logs[at] = (logs[at] ?? 0) + expected * surplus - (expected ** 2 * sensitivity) / 2;
    }
  }
  return logs;
}

/**
 * How likely each value is after that. @param trust how far the evidence is to be trusted, from 0 to 1: the codes of a secret
 * tell partly the same, and noise is not quite normal
 */
export function posteriorOf(prior: readonly number[], evidence: readonly number[], trust: number): number[] {
  const logs = prior.map((share, at) => Math.log(share + 1e-12) + trust * (evidence[at] ?? 0));
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** What an attacker knows of those who count under one code. */
type Known = {
  code: string;
  /** How often anybody counts under it. */
  share: number;
  /** How many strangers any two groups share. */
  open: Overlaps;
  /** How many of each group are known to count. */
  familiar: readonly number[];
};

/** How much one person more weighs in all sightings of a code, and by how much more than expected they show. */
function weigh({ groups, shared, movable, mechanism }: Around, { code, share, open, familiar }: Known) {
  const { mixed } = mechanism;
  const spread = share * (1 - share);
  /** What the groups of one row share with others, in what is neither known nor independent. */
  const together = (row: number, columns: readonly number[]) => {
    const [all, strangers, moved] = [shared[row], open[row], movable[row]];
    return Float64Array.from(columns, (column) => {
      const strange = strangers?.[column] ?? 0;
      const known = (all?.[column] ?? 0) - strange;
      return spread * strange + mixed * (2 * spread * known + share * (moved?.[column] ?? 0));
    });
  };
  const seen = groups.flatMap((group, row) => {
    const count = group.shown.get(code);
    if (typeof count !== 'number') return [];
    const [all, strangers] = [shared[row]?.[row] ?? 0, open[row]?.[row] ?? 0];
    const noise = mechanism.noise(group);
    const known = (1 - mixed) * (familiar[row] ?? 0) + mixed * share * (all - strangers);
    const expected = known + share * strangers;
    const variance = (together(row, [row])[0] ?? 0) + noise;
    const { shift, slope } = shownOnly(expected, variance);
    const surplus = (count - expected - shift) / slope;
    // Nearly always withheld; or further off than can be by chance: then the group was answered as another.
    if (slope < 0.2 || surplus ** 2 > (16 * variance) / slope) return [];
    return [{ row, surplus, own: noise + variance * (1 / slope - 1) }];
  });
  const rows = seen.map(({ row }) => row);
  const system = seen.map(({ row, own }, nth) => {
    const values = together(row, rows.slice(0, nth + 1));
    values[nth] = (values[nth] ?? 0) + own;
    return values;
  });
  const weights = solve(
    system,
    seen.map(() => 1),
  );
  return {
    sensitivity: weights.reduce((sum, weight) => sum + weight, 0),
    surplus: weights.reduce((sum, weight, nth) => sum + weight * (seen[nth]?.surplus ?? 0), 0),
  };
}

/** What is shown is at least ten: how much more than expected that makes it, and how much of one person more is left. */
function shownOnly(expected: number, variance: number): { shift: number; slope: number } {
  const deviation = Math.sqrt(variance);
  const z = (9.5 - expected) / deviation;
  const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
  // The logistic curve that comes closest to the normal distribution.
  const shown = 1 / (1 + Math.exp(1.702 * z));
  const ratio = density / Math.max(1e-9, shown);
  return { shift: deviation * ratio, slope: Math.min(1, Math.max(0, 1 - ratio * (ratio - z))) };
}

/** How many conditions two groups share that somebody meets or misses by an exchange; such a person is amiss in both. */
function exchangeable(a: Group, b: Group): number {
  return Object.entries(a.where).filter(
    ([dimension, code]) => dimension !== 'occupation' && dimension !== 'place' && b.where[dimension] === code,
  ).length;
}
