import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { type Published, remembering, textOf } from '../api.ts';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { priorsOf, reaches, secretOf } from '../differences/evidence.ts';
import { makePeople, sample, withClasses } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { Truth } from '../truth.ts';

/**
 * Looks for rows in which one category holds everybody: then the category is known of each person in it. A row that is
 * shown tells by its numbers; one that the rules of the table hide tells that something is hidden, and single questions
 * may still be asked.
 * Source: Machanavajjhala et al. (2007), l-Diversity: Privacy Beyond k-Anonymity, ACM TKDD 1(1): the homogeneity attack.
 */
export const wholeRows: Attack = {
  id: 'T13',
  run: async ({ towns, effort }) => {
    const all = await towns();
    const classes: Subject[] = [];
    for (const [nth, { instance, ...attacked }] of all.entries()) {
      const people = withClasses(`T13 ${nth}`, makePeople(`T13 ${nth}`, 3_000));
      const town = await instance.settle('classes', people);
      const pool = (await (await instance.employ(town)).lend('classes')).at('classes');
      classes.push({ ...attacked, pool: remembering(pool), truth: new Truth(people, await town.places()) });
    }
    return runT13(all, classes, (effort.targets * 2) / all.length);
  },
};

/** @param rows so many of each town */
export async function runT13(
  ordinary: Iterable<Subject>,
  classes: Iterable<Subject>,
  rows: number,
): Promise<Result[]> {
  return [
    await lookIn(ordinary, rows, 'a town in which attributes are independent'),
    await lookIn(classes, rows, 'a town in which some came together'),
  ];
}

async function lookIn(subjects: Iterable<Subject>, rows: number, where: string): Promise<Result> {
  const guesses: Guess[] = [];
  let nth = 0;
  for (const subject of subjects) {
    const random = makeRandom(`T13 ${nth++}`);
    for (const line of sample(random, linesOf(subject), rows)) {
      const person = random.oneOf(subject.truth.listed(line.where));
      guesses.push(await guess(subject, line, person));
    }
  }
  const whole = guesses.filter(({ confidence }) => confidence !== null).length;
  const note = `${where}: ${whole} of ${guesses.length} rows look as if one category held nearly everybody`;
  return resultOf('T13', 'ci', bestClaims(guesses), 0.05, note);
}

async function guess(subject: Subject, { where, secret }: Line, person: number): Promise<Guess> {
  const { code, certainty } = await lookAt(subject, where, secret);
  const baseline = Math.max(...priorsOf(subject.truth, person, secret).map(([, probability]) => probability));
  return { confidence: certainty, right: code === secretOf(subject.truth, person, secret), baseline };
}

/** In smaller groups two numbers are often equal by rounding alone. */
const leastTotal = 30;

/** What was found of a line: its largest category, and how sure it is that it holds nearly everybody; null where nothing says so. */
type Row = { code: string; certainty: number | null };
type Line = { where: Cell; secret: Secret };

/** Groups of ten to two hundred people by up to three conditions, each with what it may be spread by. */
function linesOf({ truth }: Subject): Line[] {
  const conditions = poolDimensions.flatMap((dimension) =>
    truth.codes(dimension).map((code) => ({ [dimension]: code })),
  );
  const two = conditions.flatMap((one, at) =>
    conditions.slice(at + 1).map((other) => ({ ...one, ...other })),
  );
  return [...conditions, ...two]
    .filter((where) => truth.count(where) >= 10 && truth.count(where) <= 200)
    .flatMap((where) =>
      secrets
        .filter((secret) => PoolQuery.safeParse({ ...where, by: secret }).success)
        .map((secret) => ({ where, secret })),
    );
}

/** Reads one line by its own table, and each of its cells alone and in the table across where it is not shown. */
async function lookAt({ pool, truth }: Subject, where: Cell, secret: Secret): Promise<Row> {
  const total = (await numberOf(pool, where)) ?? 0;
  const { cells } = await pool.ask({ where, by: [secret] });
  const numbers: Counted[] = [];
  for (const code of listedCodes[secret]) {
    const cell = { ...where, [secret]: code };
    numbers.push({ code, count: cells.get(textOf(cell)) ?? (await numberOf(pool, cell)) ?? 0 });
  }
  const held = heldOf(secret, numbers);
  const best = held.reduce((a, b) => (b.count > a.count ? b : a));
  if (total < leastTotal || held.some(({ count }) => count > 0))
    return { code: best.code, certainty: total >= leastTotal && best.count >= total ? 1 : null };
  // Nothing is shown of many people: then something of them is hidden.
  const behind = await Promise.all(
    partsOf(truth, where).map((part) => lookBehind({ pool, truth }, part, where, secret)),
  );
  const found = behind.flat().toSorted((a, b) => b.count / b.deviation - a.count / a.deviation)[0];
  return { code: found?.code ?? best.code, certainty: found ? found.count / total : null };
}

/** Something broader, which together with its other parts says what is hidden of one of them. */
type Parts = { whole: Cell; dimension: PoolDimension };

/** Every condition that has others beside it: other trades, other places, other values of a fact. */
function partsOf({ places }: Truth, where: Cell): Parts[] {
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
async function lookBehind(subject: Reach, parts: Parts, where: Cell, secret: Secret) {
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

type Counted = { code: string; count: number };

/** How many have each code. Levels of German contain one another: whoever reaches one and not the next is at it. */
const heldOf = (secret: Secret, numbers: readonly Counted[]): Counted[] =>
  numbers.map(({ code, count }, at) => ({
    code,
    count: secret === 'german' ? count - (numbers[at + 1]?.count ?? 0) : count,
  }));

/** What is withheld stands for so many people. */
const usuallyWithheld = 3;

/** A number as the answer to a single question, or as a row of a broader one. */
async function numberOf(pool: Subject['pool'], cell: Cell): Promise<Published> {
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
