import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { textOf } from '../api.ts';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { priorsOf, secretOf } from '../differences/evidence.ts';
import { sample } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Subject } from '../subject.ts';

/**
 * Looks for rows in which one category holds everybody: then the category is known of each person in it. A row that is
 * shown tells by its numbers; one that the rules of the table hide tells that something is hidden, and single questions
 * may still be asked.
 * Source: Machanavajjhala et al. (2007), l-Diversity: Privacy Beyond k-Anonymity, ACM TKDD 1(1): the homogeneity attack.
 */
export const wholeRows: Attack = {
  id: 'T13',
  run: async ({ towns, effort }) => runT13(await towns(), effort.targets * 2),
};

export async function runT13(subjects: readonly Subject[], targets: number): Promise<Result[]> {
  const guesses: Guess[] = [];
  for (const [nth, subject] of subjects.entries()) {
    const random = makeRandom(`T13 ${nth}`);
    for (const { where, secret } of sample(random, linesOf(subject), targets / subjects.length)) {
      const person = random.oneOf(subject.truth.listed(where));
      const { code, isWhole } = await lookAt(subject, where, secret);
      const priors = priorsOf(subject.truth, person, secret);
      const [usual, baseline] = priors.reduce((a, b) => (b[1] > a[1] ? b : a));
      const said = isWhole ? code : usual;
      guesses.push({
        confidence: isWhole ? 1 : 0,
        right: said === secretOf(subject.truth, person, secret),
        baseline,
      });
    }
  }
  const whole = guesses.filter(({ confidence }) => confidence === 1).length;
  const note = `${whole} of ${guesses.length} rows look as if one category held everybody`;
  return [resultOf('T13', 'ci', bestClaims(guesses), 0.05, note)];
}

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

/** Reads one line by the table where the group may be asked about, or as part of a broader table. */
async function lookAt(
  { pool }: Subject,
  where: Cell,
  secret: Secret,
): Promise<{ code: string; isWhole: boolean }> {
  const { total, cells } = await pool.ask({ where, by: [secret] });
  const shown = listedCodes[secret].map((code) => ({
    code,
    count: cells.get(textOf({ ...where, [secret]: code })),
  }));
  const numbers = shown.map(({ code, count }) => ({ code, count: count ?? 0 }));
  // Levels of German contain one another: whoever reaches one and not the next is at it.
  const held = numbers.map(({ code, count }, at) => ({
    code,
    count: secret === 'german' ? count - (numbers[at + 1]?.count ?? 0) : count,
  }));
  const best = held.reduce((a, b) => (b.count > a.count ? b : a));
  if (typeof total !== 'number') return { code: best.code, isWhole: false };
  if (shown.every(({ count }) => count === undefined)) return askEach(pool, where, secret, total);
  return { code: best.code, isWhole: best.count >= total };
}

/** Where the whole line is hidden, each category is asked for alone. */
async function askEach(pool: Subject['pool'], where: Cell, secret: Secret, total: number) {
  let best = { code: '', count: 0 };
  for (const code of listedCodes[secret]) {
    const { total: count } = await pool.ask({ where: { ...where, [secret]: code } });
    if ((count ?? 0) > best.count) best = { code, count: count ?? 0 };
  }
  return { code: best.code, isWhole: best.count >= total };
}
