import { listedCodes } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, type Table, textOf } from '../api.ts';
import { chances } from '../population.ts';
import type { Truth } from '../truth.ts';
import type { Aim, Contrast, Secret } from './contrasts.ts';

/** What the answers to one contrast say about one code: the signed sum, or which of them are withheld or not shown. */
type Seen = string;

/** Everything that was seen of one contrast, by the code of the secret. */
type Sighting = ReadonlyMap<string, Seen>;

/** Asks for all terms of a contrast, spread by a secret. */
export async function look(pool: Pool, { kind, terms }: Contrast, secret: Secret): Promise<Sighting> {
  const tables: Table[] = [];
  for (const { where } of terms) tables.push(await pool.ask({ where, by: [secret] }));
  return new Map(
    listedCodes[secret].map((code) => {
      const answers = terms.map(({ where }, at) =>
        tables[at]?.cells.get(textOf({ ...where, [secret]: code })),
      );
      return [code, seenIn(kind, terms, answers)];
    }),
  );
}

function seenIn(kind: Contrast['kind'], terms: Contrast['terms'], answers: readonly Published[]): Seen {
  if (answers.some((answer) => typeof answer !== 'number')) {
    return `${kind} ${answers.map((answer) => (answer === null ? '<' : answer === undefined ? '?' : '#')).join('')}`;
  }
  const sum = answers.reduce<number>(
    (total, answer, at) => total + (terms[at]?.sign ?? 0) * (answer ?? 0),
    0,
  );
  return `${kind} ${Math.max(-20, Math.min(20, sum))}`;
}

/** How often something is seen when so many of the isolated people have the code. */
export type Knowledge = { likelihood: (seen: Seen, having: number) => number };

/** The most people that are told apart. */
const mostHaving = 8;

/** Learns from contrasts about people whom the attacker made up, so that the truth about them is known. */
export async function study(
  pool: Pool,
  truth: Truth,
  contrasts: readonly { contrast: Contrast; secret: Secret }[],
): Promise<Knowledge> {
  const counts = Array.from({ length: mostHaving + 1 }, () => new Map<Seen, number>());
  const totals = counts.map(() => 0);
  const kinds = new Set<Seen>();
  for (const { contrast, secret } of contrasts) {
    for (const [code, seen] of await look(pool, contrast, secret)) {
      const having = contrast.group.filter((person) => truth.has(person, secret, code)).length;
      counts[having]?.set(seen, (counts[having]?.get(seen) ?? 0) + 1);
      totals[having] = (totals[having] ?? 0) + 1;
      kinds.add(seen);
    }
  }
  // What was never seen is as likely as one sighting more, spread over all that was.
  return {
    likelihood: (seen, having) =>
      ((counts[having]?.get(seen) ?? 0) + 1 / (kinds.size + 1)) / ((totals[having] ?? 0) + 1),
  };
}

/** What the attacker believes of one person, before and after. */
export type Belief = { code: string; probability: number; prior: number; bestPrior: string };

/** Weighs everything that was seen: independent answers, other isolated people as anybody. */
export function conclude(
  truth: Truth,
  { person, secret, contrasts }: Aim,
  sightings: readonly Sighting[],
  { likelihood }: Knowledge,
): Belief {
  const priors = priorsOf(truth, person, secret);
  const scores = priors.map(([value, prior]) => {
    const evidence = listedCodes[secret].map((code) => {
      const own = reaches(secret, value, code) ? 1 : 0;
      const share = priors.reduce((sum, [other, p]) => sum + (reaches(secret, other, code) ? p : 0), 0);
      return contrasts.reduce((sum, { group }, at) => {
        const seen = sightings[at]?.get(code);
        return seen === undefined
          ? sum
          : sum + Math.log(mixed(likelihood, seen, own, group.length - 1, share));
      }, 0);
    });
    return { value, score: Math.log(prior) + evidence.reduce((sum, one) => sum + one, 0) };
  });
  const greatest = Math.max(...scores.map(({ score }) => score));
  const total = scores.reduce((sum, { score }) => sum + Math.exp(score - greatest), 0);
  const best = scores.find(({ score }) => score === greatest);
  const [bestPrior, prior] = priors.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { code: best?.value ?? '', probability: 1 / total, prior, bestPrior };
}

/** The likelihood when the others who are isolated too are anybody. */
function mixed(
  likelihood: Knowledge['likelihood'],
  seen: Seen,
  own: number,
  others: number,
  share: number,
): number {
  let sum = 0;
  let chance = (1 - share) ** others;
  for (let having = 0; having <= others; having++) {
    sum += chance * likelihood(seen, own + having);
    chance *= (((others - having) / (having + 1)) * share) / Math.max(1e-9, 1 - share);
  }
  return sum;
}

/** What anybody knows of somebody whose occupation they know. */
export function priorsOf(truth: Truth, person: number, secret: Secret): [string, number][] {
  const weighted = chances[secret](truth.people[person]?.occupation ?? '');
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  return weighted.map(([value, weight]) => [value, weight / total]);
}

const levels: readonly string[] = ['none', ...listedCodes.german];

/** Whether somebody with this value is counted under a code; levels of German are cumulative. */
export function reaches(secret: Secret, value: string, code: string): boolean {
  return secret === 'german' ? levels.indexOf(value) >= levels.indexOf(code) : value === code;
}

/** The value of a secret that is true of somebody. */
export const secretOf = (truth: Truth, person: number, secret: Secret): string =>
  truth.people[person]?.[secret] ?? '';
