import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { type Published, remembering, textOf } from '../api.ts';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { priorsOf, secretOf } from '../differences/evidence.ts';
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
    return runT13(all, classes, effort.targets * 2);
  },
};

/** @param targets so many rows of each kind of town */
export async function runT13(
  ordinary: readonly Subject[],
  classes: readonly Subject[],
  targets: number,
): Promise<Result[]> {
  return [
    ...(await lookIn(ordinary, targets, 'a town in which attributes are independent')),
    ...(await lookIn(classes, targets, 'a town in which some came together')),
  ];
}

async function lookIn(subjects: readonly Subject[], targets: number, where: string): Promise<Result[]> {
  const guesses: Guess[] = [];
  for (const [nth, subject] of subjects.entries()) {
    const random = makeRandom(`T13 ${nth}`);
    for (const line of sample(random, linesOf(subject), targets / subjects.length)) {
      const person = random.oneOf(subject.truth.listed(line.where));
      guesses.push(await guess(subject, line, person));
    }
  }
  const whole = guesses.filter(({ confidence }) => confidence !== null).length;
  const note = `${where}: ${whole} of ${guesses.length} rows look as if one category held nearly everybody`;
  return [resultOf('T13', 'ci', bestClaims(guesses), 0.05, note)];
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
    partsOf(truth, where).map((part) => lookBehind(pool, part, where, secret)),
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
async function lookBehind(pool: Subject['pool'], { whole, dimension }: Parts, where: Cell, secret: Secret) {
  const reached: (Counted & { parts: number })[] = [];
  for (const code of listedCodes[secret]) {
    const base = { ...whole, [secret]: code };
    if (!PoolQuery.safeParse({ ...base, by: dimension }).success) continue;
    const all = await numberOf(pool, base);
    const { cells } = await pool.ask({ where: base, by: [dimension] });
    const own = textOf({ ...where, [secret]: code });
    const others = [...cells].filter(([text]) => text !== own).map(([, count]) => count ?? usuallyWithheld);
    if (all === null || all === undefined || others.length === 0) continue;
    reached.push({ code, count: all - others.reduce((sum, count) => sum + count, 0), parts: others.length });
  }
  return heldOf(secret, reached).map((one, at) => ({
    ...one,
    deviation: Math.sqrt((reached[at]?.parts ?? 0) + 1),
  }));
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
