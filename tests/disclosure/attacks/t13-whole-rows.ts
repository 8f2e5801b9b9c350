import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { remembering, textOf } from '../api.ts';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { priorsOf, secretOf } from '../differences/evidence.ts';
import { subjectsInMemory } from '../mechanisms/in-memory.ts';
import { makePeople, sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { type Counted, heldOf, lookBehind, numberOf, partsOf } from '../rows/behind.ts';
import { type Absent, classesOf, townsOf, withAbsent } from '../rows/towns.ts';
import { bestClaims, beyondControl, type Controlled, type Guess } from '../statistics.ts';
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
    const classes: (Subject & Absent)[] = [];
    for (const [nth, { instance, ...attacked }] of all.entries()) {
      const { people, others } = withAbsent(`T13 ${nth}`, makePeople(`T13 ${nth}`, 3_600));
      const town = await instance.settle('classes', people);
      const pool = (await (await instance.employ(town)).lend('classes')).at('classes');
      const places = await town.places();
      const [truth, absent] = [new Truth(people, places), new Truth(others, places)];
      classes.push({ ...attacked, pool: remembering(pool), truth, absent });
    }
    const more = effort.quick ? 0 : inMemory;
    const subjectOf = subjectsInMemory(layers);
    return runT13(
      [all, townsOf(subjectOf, more / 2)],
      [classes, classesOf(subjectOf, more)],
      (effort.targets * 2) / all.length,
    );
  },
};

/** A town has few lines that hide something: of three towns chance alone moves the figure by a tenth. */
const inMemory = 24;

/** @param rows so many of each town */
export async function runT13(
  ordinary: readonly Iterable<Subject>[],
  classes: readonly Iterable<Subject & Absent>[],
  rows: number,
): Promise<Result[]> {
  const independent = await lookIn(ordinary, rows, guess);
  const together = await lookIn(classes, rows, guessBoth);
  const noteOf = (where: string, all: readonly Guess[]) => {
    const whole = all.filter(({ confidence }) => confidence !== null).length;
    return `${where}: ${whole} of ${all.length} people are in rows that look as if one category held nearly everybody`;
  };
  const note = noteOf('a town in which some came together', together);
  return [
    resultOf(
      'T13',
      'ci',
      bestClaims(independent),
      0.05,
      noteOf('a town of independent attributes', independent),
    ),
    resultOf(
      'T13',
      'residual',
      beyondControl(together),
      0.05,
      `${note}, against people of them who did not answer`,
    ),
    resultOf('T21', 'ci', bestClaims(together), 0.05, note),
  ];
}

/** What is said of some people of a line, after what was seen of it. */
type Saying<S, G> = (subject: S, line: Line, seen: Row, random: Random) => G[];

async function lookIn<S extends Subject, G>(
  groups: readonly Iterable<S>[],
  rows: number,
  say: Saying<S, G>,
): Promise<G[]> {
  const guesses: G[] = [];
  for (const subjects of groups) {
    for (const subject of subjects) {
      const random = makeRandom(`T13 ${guesses.length}`);
      for (const line of sample(random, linesOf(subject), rows)) {
        const seen = await lookAt(subject, line.where, line.secret);
        guesses.push(...say(subject, line, seen, random));
      }
    }
  }
  return guesses;
}

/** So many people of a line are guessed at: asking takes long, guessing does not. */
const ofLine = 12;

const guess: Saying<Subject, Guess> = (subject, line, { code, certainty }, random) => {
  const { where, secret } = line;
  return sample(random, subject.truth.listed(where), ofLine).map((person) => ({
    confidence: certainty,
    right: code === secretOf(subject.truth, person, secret),
    baseline: Math.max(...priorsOf(subject.truth, person, secret).map(([, probability]) => probability)),
    together: line,
  }));
};

/** Says the same of as many who did not answer; of lines in which everybody did, nothing. */
const guessBoth: Saying<Subject & Absent, Controlled> = (subject, line, seen, random) => {
  const silent = subject.absent.listed(line.where);
  if (silent.length === 0) return [];
  return guess(subject, line, seen, random).map((one) => ({
    ...one,
    controlRight: seen.code === secretOf(subject.absent, random.oneOf(silent), line.secret),
  }));
};

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
