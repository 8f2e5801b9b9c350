import type { Random } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { textOf } from '../api.ts';
import { both, listOf, type Members, overlap, size, type Truth, without } from '../truth.ts';

/** Answers that, added up with their signs, count one small group of people, were there no protection. */
export type Contrast = {
  kind: 'pair' | 'tracker';
  terms: readonly { sign: 1 | -1; where: Cell }[];
  /** The isolated people. */
  group: readonly number[];
};

/** A base that is asked must hold about so many people. */
const leastBase = 30;

/**
 * Lists every way to isolate so many people that somebody who knows everybody else finds in the grammar.
 *
 * A pair is a group and the same group with a condition that all but these people meet. A tracker leaves out those who
 * meet either of two conditions, so that each answer differs from the others by many people.
 * Source: Denning, Denning, Schwartz (1979), The Tracker: A Threat to Statistical Database Security, ACM TODS 4(1).
 */
export function contrastsOf(truth: Truth, isolated: readonly number[]): Contrast[] {
  const wanted = new Set(isolated);
  const conditions = poolDimensions.flatMap((dimension) =>
    truth.codes(dimension).map((code): [PoolDimension, string] => [dimension, code]),
  );
  const single = cellsOver(truth, [{}], conditions);
  const pairs = [{}, ...single, ...cellsOver(truth, single, conditions)].flatMap((base) =>
    pairsIn(truth, base, conditions, wanted),
  );
  return [...pairs, ...[{}, ...single].flatMap((base) => trackersIn(truth, base, conditions, wanted))];
}

function cellsOver(
  truth: Truth,
  bases: readonly Cell[],
  conditions: readonly [PoolDimension, string][],
): Cell[] {
  const found = new Map<string, Cell>();
  for (const base of bases) {
    const members = truth.members(base);
    for (const [dimension, code] of conditions) {
      if (base[dimension] !== undefined) continue;
      if (overlap(members, truth.members({ [dimension]: code })) < leastBase) continue;
      const cell = { ...base, [dimension]: code };
      found.set(textOf(cell), cell);
    }
  }
  return [...found.values()];
}

function pairsIn(
  truth: Truth,
  base: Cell,
  conditions: readonly [PoolDimension, string][],
  wanted: ReadonlySet<number>,
): Contrast[] {
  const isWanted = (left: number) => wanted.has(left);
  return narrowing(truth, base, conditions, isWanted).map(({ where, left }) => {
    const terms = [
      { sign: 1, where: base },
      { sign: -1, where },
    ] as const;
    return { kind: 'pair', terms, group: listOf(left) };
  });
}

function trackersIn(
  truth: Truth,
  base: Cell,
  conditions: readonly [PoolDimension, string][],
  wanted: ReadonlySet<number>,
): Contrast[] {
  const most = Math.max(...wanted);
  // What leaves out many, but few enough that two such groups meet in a handful.
  const narrow = narrowing(truth, base, conditions, (left) => left > most && left < 60);
  return narrow.flatMap((one, at) =>
    narrow.slice(at + 1).flatMap((other): Contrast[] => {
      if (one.dimension === other.dimension) return [];
      if (!wanted.has(overlap(one.left, other.left))) return [];
      const terms = [
        { sign: 1, where: base },
        { sign: -1, where: one.where },
        { sign: -1, where: other.where },
        { sign: 1, where: { ...one.where, ...other.where } },
      ] as const;
      return [{ kind: 'tracker', terms, group: listOf(both(one.left, other.left)) }];
    }),
  );
}

type Narrowed = { dimension: PoolDimension; where: Cell; left: Members };

/**
 * The base with one condition more, or one step further down in a tree.
 * @param isWanted decides by how many of the base are left out
 */
function narrowing(
  truth: Truth,
  base: Cell,
  conditions: readonly [PoolDimension, string][],
  isWanted: (left: number) => boolean,
): Narrowed[] {
  const members = truth.members(base);
  const people = size(members);
  return conditions.flatMap(([dimension, code]) => {
    const own = base[dimension];
    if (own !== undefined && !isFiner(truth, dimension, own, code)) return [];
    const inside = truth.members({ [dimension]: code });
    if (!isWanted(people - overlap(members, inside))) return [];
    return [{ dimension, where: { ...base, [dimension]: code }, left: without(members, inside) }];
  });
}

/** Whether a code lies further down in a tree than another. */
function isFiner(truth: Truth, dimension: PoolDimension, own: string, code: string): boolean {
  if (dimension === 'occupation') return code !== own && code.startsWith(own);
  return dimension === 'place' && truth.places.some((place) => place.code === code && place.within === own);
}

/** What may be found out about somebody by spreading every term of a contrast. */
export const secrets = ['german', 'education', 'experience', 'age', 'gender'] as const;
export type Secret = (typeof secrets)[number];

/** Whether the grammar lets all terms of a contrast be spread by a secret. */
export function canSpread({ terms }: Contrast, secret: Secret): boolean {
  return terms.every(({ where }) => PoolQuery.safeParse({ ...where, by: secret }).success);
}

/** Whom an attacker is after, what is to be found out, and all ways to isolate that person alone or with few others. */
export type Aim = { person: number; secret: Secret; contrasts: readonly Contrast[] };

/** Sorts contrasts by whom they isolate. @param most so many contrasts of one aim are kept: smaller groups and pairs first */
export function aimsOf(contrasts: readonly Contrast[], random: Random, most = 10): Aim[] {
  const bestFirst = contrasts
    .map((contrast) => ({
      contrast,
      at: contrast.group.length + (contrast.kind === 'pair' ? 0 : 100) + random.next(),
    }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ contrast }) => contrast.group.map((person) => ({ person, contrast })));
  return [...Map.groupBy(bestFirst, ({ person }) => person)].flatMap(([person, isolating]) =>
    secrets.flatMap((secret): Aim[] => {
      const usable = isolating
        .map(({ contrast }) => contrast)
        .filter((contrast) => canSpread(contrast, secret));
      return usable.length > 0 ? [{ person, secret, contrasts: usable.slice(0, most) }] : [];
    }),
  );
}
