import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { remembering, textOf } from '../api.ts';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { priorsOf, secretOf } from '../differences/evidence.ts';
import { subjectsInMemory } from '../mechanisms/in-memory.ts';
import { makePeople, sample, withClasses } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { type Counted, heldOf, lookBehind, numberOf, partsOf } from '../rows/behind.ts';
import { classesOf, townsOf } from '../rows/towns.ts';
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
  run: async ({ towns, effort, layers }) => {
    const all = await towns();
    const classes: Subject[] = [];
    for (const [nth, { instance, ...attacked }] of all.entries()) {
      const people = withClasses(`T13 ${nth}`, makePeople(`T13 ${nth}`, 3_000));
      const town = await instance.settle('classes', people);
      const pool = (await (await instance.employ(town)).lend('classes')).at('classes');
      classes.push({ ...attacked, pool: remembering(pool), truth: new Truth(people, await town.places()) });
    }
    const more = effort.quick ? 0 : inMemory;
    const subjectOf = subjectsInMemory(layers);
    return runT13(
      [all, townsOf(subjectOf, more)],
      [classes, classesOf(subjectOf, more / 2)],
      (effort.targets * 2) / all.length,
    );
  },
};

/** A town has few lines that hide something: of three towns chance alone moves the figure by a tenth. */
const inMemory = 24;

/** @param rows so many of each town */
export async function runT13(
  ordinary: readonly Iterable<Subject>[],
  classes: readonly Iterable<Subject>[],
  rows: number,
): Promise<Result[]> {
  return [
    await lookIn(ordinary, rows, 'a town in which attributes are independent'),
    await lookIn(classes, rows, 'a town in which some came together'),
  ];
}

async function lookIn(groups: readonly Iterable<Subject>[], rows: number, where: string): Promise<Result> {
  const guesses: Guess[] = [];
  for (const subjects of groups) {
    for (const subject of subjects) {
      const random = makeRandom(`T13 ${guesses.length}`);
      for (const line of sample(random, linesOf(subject), rows)) {
        const person = random.oneOf(subject.truth.listed(line.where));
        guesses.push(await guess(subject, line, person));
      }
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
