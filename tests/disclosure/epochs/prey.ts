import type { Random } from '@kannwas/api/demo/people/random';
import { changingShare } from '@kannwas/disclosure/carry';
import { type Cell, factsIn } from '@kannwas/disclosure/cell';
import { mixing } from '@kannwas/disclosure/mixing';
import { noiseWith, tauBounds } from '@kannwas/disclosure/rules';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import type { Likelihood } from '../mechanisms/likelihood.ts';
import { makePerson, type Person } from '../population.ts';
import { solve } from '../search/evidence.ts';
import type { Guess } from '../statistics.ts';
import type { Truth } from '../truth.ts';

/** The secret: one of two values, each as likely as the other. */
export const values = ['under-3', '3-10'] as const;

/** Somebody who is about to join, and people who do not exist and are told beside them. */
export type Prey = {
  group: string;
  person: Person;
  fakes: Person[];
  /** Whether those who do not exist are there an epoch earlier. */
  isPrepared: boolean;
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
  return groups.map((group, nth) => {
    const share = Math.floor(truth.count({ occupation: group }) * changingShare);
    const [least, most] = [tauBounds.least + share, tauBounds.most + share];
    const many = [least - 1, least, least + 1, most - 1, most, 2 * most][nth % 6] ?? least;
    const like = (experience: Person['experience']): Person => ({
      ...makePerson(random, random.oneOf(truth.people).district, `${group}11`),
      ...{ availability: ['work'], gender: 'male', age: '25-44', licences: ['car'] },
      ...{ education: 'school', german: 'B1', experience },
    });
    return {
      group,
      person: like(random.oneOf(values)),
      fakes: Array.from({ length: many }, () => like(values[0])),
      isPrepared: nth % 2 === 0,
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
  for (const where of wheres) {
    for (const name of names.filter((one) => !(one in where))) {
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
 * Weighs the numbers themselves: how likely each is after it was what it was, if the made-up people and somebody with the
 * one or the other value joined meanwhile. What was mixed of the people before is the same in both readings.
 * @param likelihood of a number for a count in which nothing is mixed
 */
export function byNumbers(
  { person, fakes }: Prey,
  before: Reading,
  after: Reading,
  likelihood: Likelihood,
): Guess {
  let score = 0;
  for (const [text, { cell, shown: was }] of before) {
    const is = after.get(text)?.shown;
    // A number that stands was not made anew, and says nothing.
    if (was === undefined || is === undefined || was === is) continue;
    const facts = factsIn(cell);
    const [first = 0, second = 0] = values.map((value) => {
      const joined = joining(fakes.length, [values[0], value], cell);
      return joined.reduce(
        (sum, chance, more) => sum + chance * chanceOf(was, is, more, likelihood, facts),
        0,
      );
    });
    score += Math.log(first / second);
  }
  return {
    confidence: score === 0 ? null : Math.abs(score),
    right: person.experience === (score > 0 ? values[0] : values[1]),
    baseline: 0.5,
  };
}

/**
 * Weighs all numbers together, knowing that the same people joined in all of them: generalised least squares, the likelihood
 * ratio where noise and counts are normal. Numbers that stand while others moved were made anew as well.
 */
export function byNumbersTogether({ person, fakes }: Prey, before: Reading, after: Reading): Guess {
  const all = [...before].flatMap(([text, { cell, shown: was }]) => {
    const is = after.get(text)?.shown;
    return typeof was === 'number' && typeof is === 'number' ? [{ cell, more: is - was }] : [];
  });
  if (all.every(({ more }) => more === 0)) return { confidence: null, right: false, baseline: 0.5 };
  const [fake] = values;
  const covariance = all.map(({ cell: a }, row) =>
    Float64Array.from(all.slice(0, row + 1), ({ cell: b }, column) => {
      const inBoth = a.experience === b.experience ? chanceIn({ ...a, ...b }, fake) : 0;
      const joined = fakes.length * (inBoth - chanceIn(a, fake) * chanceIn(b, fake));
      // Of two readings, each with noise and rounding to five.
      return joined + (row === column ? 2 * (noiseWith(factsIn(a)).V + 25 / 12) : 0);
    }),
  );
  const [first = [], second = []] = values.map((value) => all.map(({ cell }) => chanceIn(cell, value)));
  const surplus = all.map(
    ({ cell, more }, at) =>
      more - fakes.length * chanceIn(cell, fake) - ((first[at] ?? 0) + (second[at] ?? 0)) / 2,
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

/** How likely somebody with a value is counted in a cell all facts of which are theirs but the secret. */
const chanceIn = (cell: Cell, value: string): number =>
  shown ** (factsIn(cell) - 1) * (value === cell.experience ? shown : mixed * usual);

/** How likely how many of those who joined show all facts of a cell: the made-up people, and one more. */
function joining(many: number, [all, one]: readonly [string, string], cell: Cell): number[] {
  const [each, own] = [all, one].map((value) => chanceIn(cell, value));
  let chances = [1];
  for (const p of [...Array<number | undefined>(many).fill(each), own]) {
    chances = [...chances, 0].map((chance, n) => chance * (1 - (p ?? 0)) + (chances[n - 1] ?? 0) * (p ?? 0));
  }
  return chances;
}
const mixed = mixing.share / mixing.of;
/** About so often somebody has a given value by chance. */
const usual = 0.4;
/** So often a fact is shown as it is, or as that of somebody with the same. */
const shown = 1 - mixed * (1 - usual);

/** How likely one number comes after another when so many joined. */
function chanceOf(
  was: number | null,
  is: number | null,
  more: number,
  likelihood: Likelihood,
  facts: number,
): number {
  const [least, most] = was === null ? [0, 25] : [Math.max(0, was - 20), was + 20];
  let sum = 1e-6;
  for (let count = least; count <= most; count++) {
    sum += likelihood(was, count, facts) * likelihood(is, count + more, facts);
  }
  return sum;
}
