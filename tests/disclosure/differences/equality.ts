import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { unitGroups } from '@kannwas/catalogue/occupations';
import type { Cell } from '@kannwas/disclosure/cell';
import { type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import type { Pool } from '../api.ts';
import { sample } from '../population.ts';
import { type Subject, townAtHome } from '../subject.ts';
import { overlap, size, type Truth } from '../truth.ts';

/** Does everybody of the base meet the condition? */
export type Suspicion = {
  base: Cell;
  narrow: Cell;
  condition: string;
  people: number;
  /** How many do not. */
  exceptions: number;
};

/** All groups that may be asked about and all conditions that nearly everybody in them meets. */
export function suspicionsOf(truth: Truth, mostExceptions: number): Suspicion[] {
  const conditions = poolDimensions.flatMap((dimension) =>
    truth.codes(dimension).map((code): [PoolDimension, string] => [dimension, code]),
  );
  const narrowed = (bases: readonly Cell[]) =>
    bases.flatMap((base) => {
      const members = truth.members(base);
      return conditions
        .filter(([dimension]) => Object.keys(base).every((name) => name < dimension))
        .filter(([dimension, code]) => overlap(members, truth.members({ [dimension]: code })) >= leastBase)
        .map(([dimension, code]): Cell => ({ ...base, [dimension]: code }));
    });
  const [one, two] = [narrowed([{}]), narrowed(narrowed([{}]))];
  return [...one, ...two, ...narrowed(two)].flatMap((base) => {
    const members = truth.members(base);
    const people = size(members);
    return conditions.flatMap(([dimension, code]): Suspicion[] => {
      const own = base[dimension];
      if (own !== undefined && !isFiner(own, dimension, code)) return [];
      const exceptions = people - overlap(members, truth.members({ [dimension]: code }));
      if (exceptions > mostExceptions) return [];
      const narrow = { ...base, [dimension]: code };
      if (!PoolQuery.safeParse(narrow).success) return [];
      return [{ base, narrow, condition: `${dimension}=${code}`, people, exceptions }];
    });
  });
}

/** A base that is asked must hold about so many people. */
const leastBase = 30;

/** A step down the tree that is not another name of the same group: then everybody knows that the sets are equal. */
const isFiner = (own: string, dimension: PoolDimension, code: string) =>
  dimension === 'occupation' &&
  code.length > own.length &&
  code.startsWith(own) &&
  unitGroups.some((unit) => unit.startsWith(own) && !unit.startsWith(code));

/** How the answers to two groups differ: alone, and spread in every way that the grammar admits for both. */
export type Comparison = { compared: number; different: number; total: 'equal' | 'different' | 'unknown' };

/** Asks for both groups in every way, and compares cell by cell. */
export async function compare(pool: Pool, { base, narrow }: Suspicion): Promise<Comparison> {
  const spreads = poolDimensions.filter(
    (name) => narrow[name] === undefined && PoolQuery.safeParse({ ...narrow, by: name }).success,
  );
  const found: Comparison = { compared: 0, different: 0, total: 'unknown' };
  for (const by of [[], ...spreads.map((name) => [name])]) {
    const [broad, fine] = [await pool.ask({ where: base, by }), await pool.ask({ where: narrow, by })];
    if (by.length === 0 && typeof broad.total === 'number' && typeof fine.total === 'number') {
      found.total = broad.total === fine.total ? 'equal' : 'different';
    }
    const answers = [...fine.cells.values()];
    for (const [at, one] of [...broad.cells.values()].entries()) {
      const other = answers[at];
      // What is withheld in both, or hidden in one, says nothing.
      if (one === undefined || other === undefined || (one === null && other === null)) continue;
      found.compared += 1;
      if (one !== other) found.different += 1;
    }
  }
  return found;
}

/** Sorts comparisons into a few kinds, whose meaning is learnt from examples. */
export const kindOf = ({ compared, different, total }: Comparison): string =>
  `${total} ${different === 0 ? 0 : different === 1 ? 1 : different < 4 ? 2 : 4} of ${compared < 4 ? 'few' : compared < 12 ? 'some' : 'many'}`;

/** Learns at home how often each kind of comparison means that nobody is an exception. */
export async function studyEquality(
  { imitate }: Subject,
  mostExceptions: number,
): Promise<(kind: string) => number> {
  const truth = townAtHome('equality at home');
  const pool = imitate(truth, 'equality at home');
  const seen = new Map<string, { yes: number; all: number }>();
  for (const suspicion of halfTrue(
    makeRandom('equality at home'),
    suspicionsOf(truth, mostExceptions),
    1_000,
  )) {
    const kind = kindOf(await compare(pool, suspicion));
    const { yes, all } = seen.get(kind) ?? { yes: 0, all: 0 };
    seen.set(kind, { yes: yes + (suspicion.exceptions === 0 ? 1 : 0), all: all + 1 });
  }
  return (kind) => {
    const { yes, all } = seen.get(kind) ?? { yes: 0, all: 0 };
    return (yes + 1) / (all + 2);
  };
}

/** As many true suspicions as false ones, each with a false one of the same condition in a group of nearly the same size. */
export function halfTrue(random: Random, suspicions: readonly Suspicion[], most: number): Suspicion[] {
  const alike = Map.groupBy(
    suspicions,
    ({ condition, people }) => `${condition} ${Math.round(Math.log2(people) * 4)}`,
  );
  const pairs = [...alike.values()].flatMap((same) => {
    const { yes = [], no = [] } = Object.groupBy(same, ({ exceptions }) => (exceptions === 0 ? 'yes' : 'no'));
    const each = Math.min(yes.length, no.length);
    const others = sample(random, no, each);
    return sample(random, yes, each).map((one, at) => [one, others[at] ?? one]);
  });
  return sample(random, pairs, most / 2).flat();
}
