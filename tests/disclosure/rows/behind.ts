import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension, PoolQuery } from '@kannwas/schema/pool/grammar';
import { type Published, textOf } from '../api.ts';
import type { Secret } from '../differences/contrasts.ts';
import { priorsOf, reaches } from '../differences/evidence.ts';
import type { Subject } from '../subject.ts';
import type { Truth } from '../truth.ts';

/** Something broader, which together with its other parts says what is hidden of one of them. */
type Parts = { whole: Cell; dimension: PoolDimension };

/** Every condition that has others beside it: other trades, other places, other values of a fact. */
export function partsOf({ places }: Truth, where: Cell): Parts[] {
  return (Object.entries(where) as [PoolDimension, string][]).flatMap(([dimension, code]) => {
    // Levels of German lie inside each other, and nobody is in one place of work or licence only.
    if (['german', 'availability', 'licence'].includes(dimension)) return [];
    const within = places.find((place) => place.code === code)?.within ?? undefined;
    const above = dimension === 'occupation' ? code.slice(0, -1) : dimension === 'place' ? within : '';
    const { [dimension]: _, ...others } = where;
    if (above === undefined || (dimension === 'occupation' && code.length === 1)) return [];
    return [{ whole: above === '' ? others : { ...others, [dimension]: above }, dimension }];
  });
}

/** What the line of something broader holds more than those of its other parts: what is hidden of this part. */
export async function lookBehind(subject: Reach, parts: Parts, where: Cell, secret: Secret) {
  const reached: (Counted & { variance: number })[] = [];
  for (const code of listedCodes[secret]) {
    const rest = await restOf(subject, parts, { ...where, [secret]: code }, secret);
    if (rest) reached.push({ code, ...rest });
  }
  return heldOf(secret, reached).map((one, at) => ({
    ...one,
    deviation: Math.sqrt(reached[at]?.variance ?? 1),
  }));
}

/** How many of the other parts usually have what a cell tells, for whoever only knows how many people there are. */
function usualIn({ truth }: Reach, whole: Cell, cell: Cell, secret: Secret): number {
  const { [secret]: code = '', ...where } = cell;
  const [person = 0] = truth.listed(where);
  const share = priorsOf(truth, person, secret)
    .filter(([value]) => reaches(secret, value, code))
    .reduce((sum, [, chance]) => sum + chance, 0);
  return share * (truth.count(whole) - truth.count(where));
}

type Reach = Pick<Subject, 'pool' | 'truth'>;
type Rest = { count: number; variance: number };

/** How many of a cell its whole leaves over, when all other parts are taken off. @param steps so far up a whole may be a rest itself */
async function restOf(
  { pool, truth }: Reach,
  { whole, dimension }: Parts,
  cell: Cell,
  secret: Secret,
  steps = 1,
): Promise<Rest | undefined> {
  const base = { ...whole, [secret]: cell[secret] ?? '' };
  if (!PoolQuery.safeParse({ ...base, by: dimension }).success) return undefined;
  const { cells } = await pool.ask({ where: base, by: [dimension] });
  const own = textOf(cell);
  const listed = [...cells].filter(([text]) => text !== own).map(([, count]) => count ?? usuallyWithheld);
  const others = listed.length > 0 ? listed : [usualIn({ pool, truth }, whole, cell, secret)];
  const alone = await numberOf(pool, base);
  const all = typeof alone === 'number' ? { count: alone, variance: 1 } : await behind();
  return (
    all && {
      count: all.count - others.reduce((sum, count) => sum + count, 0),
      variance: all.variance + others.length,
    }
  );

  /** What is hidden of the whole itself, by what it is a part of. */
  async function behind(): Promise<Rest | undefined> {
    if (steps === 0) return undefined;
    for (const parts of partsOf(truth, whole)) {
      const found = await restOf({ pool, truth }, parts, base, secret, steps - 1);
      if (found) return found;
    }
    return undefined;
  }
}

export type Counted = { code: string; count: number };

/** How many have each code. Levels of German contain one another: whoever reaches one and not the next is at it. */
export const heldOf = (secret: Secret, numbers: readonly Counted[]): Counted[] =>
  numbers.map(({ code, count }, at) => ({
    code,
    count: secret === 'german' ? count - (numbers[at + 1]?.count ?? 0) : count,
  }));

/** What is withheld stands for so many people. */
const usuallyWithheld = 3;

/** A number as the answer to a single question, or as a row of a broader one. */
export async function numberOf(pool: Subject['pool'], cell: Cell): Promise<Published> {
  const alone = (await pool.ask({ where: cell })).total;
  if (typeof alone === 'number') return alone;
  for (const dimension of Object.keys(cell) as PoolDimension[]) {
    const where = broadened(cell, dimension);
    if (dimension === 'place' || !PoolQuery.safeParse({ ...where, by: dimension }).success) continue;
    const row = (await pool.ask({ where, by: [dimension] })).cells.get(textOf(cell));
    if (typeof row === 'number') return row;
  }
  return null;
}

/** Without a dimension, or one step up in the tree of occupations. */
function broadened(cell: Cell, dimension: PoolDimension): Cell {
  const { [dimension]: code = '', ...rest } = cell;
  return dimension === 'occupation' && code.length > 2 ? { ...rest, occupation: code.slice(0, -1) } : rest;
}
