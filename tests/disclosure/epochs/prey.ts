import type { Random } from '@kannwas/api/demo/people/random';
import { changingShare } from '@kannwas/disclosure/carry';
import { type Cell, factsIn } from '@kannwas/disclosure/cell';
import { mixing } from '@kannwas/disclosure/mixing';
import { noiseWith, tauBounds } from '@kannwas/disclosure/rules';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import { makePerson, type Person } from '../population.ts';
import { solve } from '../search/evidence.ts';
import { type Guess, mean } from '../statistics.ts';
import type { Truth } from '../truth.ts';

/** The secret: one of two values, each as likely as the other. */
export const values = ['under-3', '3-10'] as const;

/** When people who do not exist come: with the person; an epoch ahead; or ahead, and then they change something in every epoch. */
const ways = ['beside', 'ahead', 'restless'] as const;

/** Somebody who is about to join, and people who do not exist and are told beside them. */
export type Prey = {
  group: string;
  person: Person;
  fakes: Person[];
  way: (typeof ways)[number];
};

/** What is known of somebody beside their group, and asked for in ones and twos. */
const known = { education: 'school', german: 'A1', licence: 'car', availability: 'work' } as const;
const names = Object.keys(known) as (keyof typeof known & PoolDimension)[];

/** In smaller groups nearly everything is withheld. */
const leastOfGroup = 60;

/**
 * In each sub-major group of some size somebody with one of two values, and so many people that all have the one value:
 * from one less than must change for a new number up to twice as many. What is asked about one group says nothing about others.
 */
export function preyIn(truth: Truth, random: Random): Prey[] {
  const groups = truth
    .codes('occupation')
    .filter((code) => code.length === 2 && truth.count({ occupation: code }) >= leastOfGroup);
  return groups.map((group) => {
    const share = Math.floor(truth.count({ occupation: group }) * changingShare);
    const [least, most] = [tauBounds.least + share, tauBounds.most + share];
    const many = random.oneOf([least - 1, least, least + 1, most - 1, most, 2 * most]);
    const like = (experience: Person['experience']): Person => ({
      ...makePerson(random, random.oneOf(truth.people).district, `${group}11`),
      ...{ availability: ['work'], gender: 'male', age: '25-44', licences: ['car'] },
      ...{ education: 'school', german: 'B1', experience },
    });
    return {
      group,
      person: like(random.oneOf(values)),
      fakes: Array.from({ length: many }, () => like(values[0])),
      way: random.oneOf(ways),
    };
  });
}

/** The cells of both values that somebody of a group may be in, by their texts. */
export type Reading = ReadonlyMap<string, { cell: Cell; shown: Published }>;

/** Reads a group by the secret and up to two of the known attributes, as rows of tables: then a cell need not be large itself. */
export async function readAround(pool: Pool, group: string): Promise<Reading> {
  const read = new Map<string, { cell: Cell; shown: Published }>();
  const wheres: Cell[] = [{}, ...names.map((name) => ({ [name]: known[name] }))].map((some) => ({
    ...some,
    occupation: group,
  }));
  for (const [nth, where] of wheres.entries()) {
    // Two known attributes together are asked for once, by the first of them.
    for (const name of names.slice(nth)) {
      const { cells } = await pool.ask({ where, by: ['experience', name] });
      for (const experience of values) {
        for (const cell of [
          { ...where, experience },
          { ...where, experience, [name]: known[name] },
        ]) {
          const text = textOf(cell);
          const shown = cells.get(text) ?? read.get(text)?.shown;
          read.set(text, { cell, shown });
        }
      }
    }
  }
  return read;
}

/** Whoever has a value is in half of the cells: says which value more cells of moved, as shares. */
export function byMoves({ person }: Prey, before: Reading, after: Reading): Guess {
  const share = (experience: string) => {
    const own = [...before].filter(([, { cell }]) => cell.experience === experience);
    const moved = own.filter(([text, { shown }]) => after.get(text)?.shown !== shown);
    return moved.length / own.length;
  };
  const surplus = share(values[0]) - share(values[1]);
  return {
    confidence: surplus === 0 ? null : Math.abs(surplus),
    right: person.experience === (surplus > 0 ? values[0] : values[1]),
    baseline: 0.5,
  };
}

/**
 * Weighs all numbers together, the mean of those before against the mean of those after, knowing whom they have in common:
 * generalised least squares, the likelihood ratio where noise and counts are normal.
 * @param before readings of all epochs before the person came, oldest first; `after` those since
 */
export function byNumbers(
  { person, fakes, way }: Prey,
  before: readonly Reading[],
  after: readonly Reading[],
): Guess {
  // The first of `before` is without the made-up people, unless no reading with them was made anew.
  const prepared = way === 'beside' ? [] : newIn(before.slice(1), before[0]);
  const later = newIn(after, before.at(-1));
  const silent: Guess = { confidence: null, right: false, baseline: 0.5 };
  if (later.length === 0 || before[0] === undefined) return silent;
  const earlier = prepared.length > 0 ? prepared : [before[0]];
  const joining = prepared.length > 0 ? 0 : fakes.length;
  const read = [...before[0].values()].flatMap(({ cell }) => {
    const [was, is] = [meanOf(earlier, textOf(cell)), meanOf(later, textOf(cell))];
    return was === undefined || is === undefined ? [] : [{ cell, was, is, more: is - was }];
  });
  // A cell that answers as a broader one says nothing of its own.
  const all = read.filter(({ cell, was, is }) =>
    read.every((other) => other.was !== was || other.is !== is || !isBroader(other.cell, cell)),
  );
  const draws = 1 / earlier.length + 1 / later.length;
  const covariance = all.map(({ cell: a }, row) =>
    Float64Array.from(all.slice(0, row + 1), ({ cell: b }, column) => {
      const joined = joining * jointly(a, b);
      return joined + (row === column ? draws * (noiseWith(factsIn(a)).V + 25 / 12) : 0);
    }),
  );
  const [first = [], second = []] = values.map((value) => all.map(({ cell }) => chanceIn(cell, value)));
  const surplus = all.map(
    ({ cell, more }, at) =>
      more - joining * chanceIn(cell, values[0]) - ((first[at] ?? 0) + (second[at] ?? 0)) / 2,
  );
  const score = solve(covariance, surplus).reduce(
    (sum, one, at) => sum + one * ((first[at] ?? 0) - (second[at] ?? 0)),
    0,
  );
  return {
    confidence: Math.abs(score),
    right: person.experience === (score > 0 ? values[0] : values[1]),
    baseline: 0.5,
  };
}

/** Whether a cell has some of the conditions of another, and no others. */
const isBroader = (broad: Cell, cell: Cell): boolean =>
  factsIn(broad) < factsIn(cell) && Object.entries(broad).every(([name, code]) => cell[name] === code);

/** The readings in which anything differs from the one before: all numbers of a group are made anew together. */
const newIn = (readings: readonly Reading[], first: Reading | undefined): Reading[] =>
  readings.filter((reading, nth) => {
    const last = nth === 0 ? first : readings[nth - 1];
    return [...reading].some(([text, { shown }]) => last?.get(text)?.shown !== shown);
  });

/** The mean of a number over several readings; undefined where one of them withholds it. */
function meanOf(readings: readonly Reading[], text: string): number | undefined {
  const shown = readings.map((reading) => reading.get(text)?.shown);
  return shown.every((one) => typeof one === 'number') ? mean(shown) : undefined;
}

const mixed = mixing.share / mixing.of;
type Fact = keyof typeof known | 'experience';
/** About so often somebody of the town has the value that is asked for. */
const usual: Record<Fact, number> = {
  experience: 0.39,
  education: 0.3,
  german: 0.94,
  licence: 0.5,
  availability: 0.9,
};
const factsOf = (cell: Cell) =>
  (Object.keys(cell) as (Fact | 'occupation')[]).filter((name) => name !== 'occupation');
const product = (numbers: readonly number[]) => numbers.reduce((all, one) => all * one, 1);

/** How likely somebody shows a value that they have, and one that they do not have. */
const shownOwn = (fact: Fact) => 1 - mixed * (1 - usual[fact]);
const shownOther = (fact: Fact) => mixed * usual[fact];

/** How likely somebody with a value is counted in a cell all facts of which are theirs but the secret. */
const chanceIn = (cell: Cell, value: string): number =>
  product(
    factsOf(cell).map((fact) =>
      fact === 'experience' && cell.experience !== value ? shownOther(fact) : shownOwn(fact),
    ),
  );

/** The covariance of two cells by one made-up person who comes: in both they show what they show. */
function jointly(a: Cell, b: Cell): number {
  const inBoth = a.experience === b.experience ? chanceIn({ ...a, ...b }, values[0]) : 0;
  return inBoth - chanceIn(a, values[0]) * chanceIn(b, values[0]);
}
