import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { type Pool, textOf } from '../api.ts';
import { makePeople } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { wilson } from '../statistics.ts';
import { Truth } from '../truth.ts';
import type { Attacked } from '../world.ts';

/**
 * Builds predicates of two to four attributes that, as far as answers tell, fit exactly one person. Some fit one anyway:
 * the same predicates are tried on people about whom nothing was asked, and only what goes beyond counts.
 * Source: Giomi, Boenisch, Wehmeyer, Tasnádi (2023), A Unified Framework for Quantifying Privacy Risk in Synthetic Data,
 * PoPETs 2023(2); the notion: Article 29 Working Party, Opinion 05/2014.
 */
export const singlingOut: Attack = {
  id: 'T14',
  run: async ({ towns, effort }) => runT14(await towns(), effort.targets),
};

/** So many predicates are looked at for each that is claimed. */
const lookedAt = 4;

/** `counted` holds the people as they are counted, with some facts exchanged. */
type Counted = Pick<Attacked, 'truth' | 'pool' | 'counted'>;

async function runT14(subjects: readonly Counted[], targets: number): Promise<Result[]> {
  const counts = { hit: 0, control: 0, n: 0, exposed: 0, published: 0 };
  for (const [nth, subject] of subjects.entries()) {
    const random = makeRandom(`T14 ${nth}`);
    const control = new Truth(
      makePeople(`T14 control ${nth}`, subject.truth.people.length),
      subject.truth.places,
    );
    const tried: { cell: Cell; expected: number }[] = [];
    for (let n = 0; n < (targets * lookedAt) / subjects.length; n++) {
      const predicate = await onePredicate(random, subject);
      if (!predicate) continue;
      tried.push(predicate);
      counts.exposed += predicate.exposed;
      counts.published += predicate.published;
    }
    // Where one person is expected the chance of exactly one is the greatest.
    const claimed = tried
      .toSorted((a, b) => Math.abs(Math.log(a.expected)) - Math.abs(Math.log(b.expected)))
      .slice(0, Math.ceil(targets / subjects.length));
    for (const { cell } of claimed) {
      counts.n += 1;
      if (subject.truth.count(cell) === 1) counts.hit += 1;
      if (control.count(cell) === 1) counts.control += 1;
    }
  }
  const { hit, control, n, exposed, published } = counts;
  const than = (share: number) => (share - control / n) / (1 - control / n);
  const { low, high } = wilson(hit, n);
  const measured = { value: than(hit / n), low: than(low), upper: than(high), n, baseline: control / n };
  return [
    resultOf('T14', 'residual', measured, 0.05, 'predicates of two to four attributes against a control'),
    resultOf(
      'T14',
      'count',
      { value: exposed, upper: exposed, n: published },
      0,
      'numbers that were published though fewer than five people were counted',
    ),
  ];
}

type Predicate = { cell: Cell; expected: number; exposed: number; published: number };

/** Asks one table, and takes the cell in it that seems to hold one person: one that is withheld under small margins. */
async function onePredicate(
  random: Random,
  { truth, pool, counted }: Counted,
): Promise<Predicate | undefined> {
  const [one, other, ...conditions] = dimensionsByChance(random);
  if (!one || !other) return undefined;
  const where = Object.fromEntries(conditions.map((name) => [name, random.oneOf(truth.codes(name))]));
  if (!PoolQuery.safeParse({ ...where, by: `${one},${other}` }).success) return undefined;
  const { total, cells } = await pool.ask({ where, by: [one, other] });
  if (typeof total !== 'number') return undefined;
  const rows = [...cells].map(([text, count]) => ({ cell: cellOf(text), count }));
  const shown = rows.filter(({ count }) => typeof count === 'number');
  const exposed = shown.filter(({ cell }) => counted.count(cell) < 5).length;
  const inner = rows.filter(
    ({ cell, count }) => cell[one] !== where[one] && cell[other] !== where[other] && count === null,
  );
  if (inner.length === 0) return undefined;
  const { cell } = random.oneOf(inner);
  const expected = await expectedIn(pool, { where, total, cell, one, other });
  return { cell, expected, exposed, published: shown.length };
}

type Inner = { where: Cell; total: number; cell: Cell; one: PoolDimension; other: PoolDimension };

/** What the margins let expect, were both attributes independent. A withheld margin stands for three people. */
async function expectedIn(pool: Pool, { where, total, cell, one, other }: Inner): Promise<number> {
  const { cells } = await pool.ask({ where, by: [one, other] });
  const margin = (name: PoolDimension) => cells.get(textOf({ ...where, [name]: cell[name] ?? '' })) ?? 3;
  return (margin(one) * margin(other)) / total;
}

/** Two to four dimensions; the first two are spread. */
function dimensionsByChance(random: Random): PoolDimension[] {
  const shuffled = poolDimensions.map((name) => ({ name, at: random.next() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, random.between(2, 4)).map(({ name }) => name);
}

const cellOf = (text: string): Cell => Object.fromEntries(new URLSearchParams(text));
