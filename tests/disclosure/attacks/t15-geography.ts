import { makeRandom } from '@kannwas/api/demo/people/random';
import { saveSite } from '@kannwas/api/sites/store';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import { type Contrast, contrastsOf, type Secret } from '../differences/contrasts.ts';
import { reaches } from '../differences/evidence.ts';
import type { Likelihood } from '../mechanisms/likelihood.ts';
import { chances, districts, makePeople, makePerson, type Person } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Instance } from '../town.ts';
import type { Attacked, World } from '../world.ts';
import { runDifferences } from './t03-isolating-difference.ts';

const newDistrict = '15087990';
const secrets = ['german', 'education', 'experience'] as const;

/**
 * Subtracts places: a Kreis less its parts, codes of districts that were joined with others, and the same place before
 * and after a handful of people came to it by a new boundary.
 * Source: Duke-Williams and Rees (1998), Can Census Offices Publish Statistics for More than One Small Area Geography?
 * An Analysis of the Differencing Problem, International Journal of Geographical Information Science 12(6).
 */
export const geography: Attack = {
  id: 'T15',
  run: async (world) => {
    const all = await world.towns();
    const isPlace = ({ terms: [one, other] }: Contrast) => one?.where.place !== other?.where.place;
    const between = await runDifferences(all, world.effort.targets, {
      id: 'T15',
      cases: [{ isolated: [1, 2, 3], pairs: 10, target: 0.05 }],
      contrasts: (truth, sizes) => contrastsOf(truth, sizes).filter(isPlace),
    });
    return [...between, await askForParts(all), await redrawBoundaries(world)];
  },
};

/** Whatever is no published place must be refused. */
async function askForParts(all: readonly Attacked[]): Promise<Result> {
  let [accepted, tried] = [0, 0];
  for (const { truth, account, town } of all) {
    const published = new Set(truth.places.map(({ code }) => code));
    const shapes = [
      '15',
      '15087-15088',
      '15087110,15087220',
      '15087990',
      'm00000000',
      'bbox:11,51,12,52',
      '*',
    ];
    for (const code of [...districts, ...shapes].filter((one) => !published.has(one))) {
      tried += 1;
      if ((await account.get(`/api/sites/${town.siteId}/pool?place=${encodeURIComponent(code)}`)).ok)
        accepted += 1;
    }
  }
  return resultOf(
    'T15',
    'count',
    { value: accepted, upper: accepted, n: tried },
    0,
    'parts of places that were answered',
  );
}

async function redrawBoundaries(world: World): Promise<Result> {
  const instance = await world.instance();
  const [first] = await world.towns();
  if (!first) throw new RangeError('Nothing to attack.');
  const guesses: Guess[] = [];
  const sites = world.effort.quick ? 2 : Math.ceil(world.effort.targets / 20);
  for (let nth = 0; nth < sites; nth++) guesses.push(...(await redraw(instance, first.likelihood, nth)));
  return resultOf(
    'T15',
    'ci',
    bestClaims(guesses),
    0.05,
    `three people of a new district, at ${sites} sites`,
  );
}

/** Three people live where no district is; then there is one, and it is published together with others. */
async function redraw(instance: Instance, likelihood: Likelihood, nth: number): Promise<Guess[]> {
  const random = makeRandom(`T15 ${nth}`);
  const siteId = `boundaries-${nth}`;
  const others = makePeople(`T15 ${nth}`, 1_600);
  const targets = [0, 1, 2].map(() => makePerson(random, newDistrict, random.oneOf(others).occupation));
  const town = await instance.settle(siteId, [...others, ...targets]);
  const pool = (await (await instance.employ(town)).lend(siteId)).at(siteId);
  const before = await town.places();
  const codes = [...districts, newDistrict].map((code) => ({ code, name: code }));
  const site = { id: siteId, name: siteId, demo: false, languages: ['de' as const], districts: codes };
  const wheres = (person: Person, place: string) =>
    cellsAround(person).map((cell): Cell => ({ ...cell, place }));
  const read = async (place: string) => {
    const all: Published[][][] = [];
    for (const person of targets) all.push(await readSecrets(pool, wheres(person, place)));
    return all;
  };
  // The attacker learns afterwards which place got the new district, and has read all of them.
  const leaves = before.filter(({ code }) => before.every(({ within }) => within !== code));
  const earlier = new Map<string, Published[][][]>();
  for (const { code } of leaves) earlier.set(code, await read(code));
  await saveSite(instance.opened.db, site);
  await town.publish();
  const after = (await town.places()).findLast((place) => place.districts.includes(newDistrict));
  const same = leaves.find(({ districts: inside }) => inside.some((code) => after?.districts.includes(code)));
  if (!after || !same) return [];
  const later = await read(after.code);
  return targets.flatMap((person, at) =>
    secrets.map((secret, place) =>
      conclude(likelihood, person, secret, {
        before: earlier.get(same.code)?.[at]?.[place] ?? [],
        after: later[at]?.[place] ?? [],
      }),
    ),
  );
}

/** Groups that somebody is in, by what is known of them. */
function cellsAround({ occupation, licences, availability }: Person): Cell[] {
  const own: Cell[] = [
    { occupation: occupation.slice(0, 1) },
    { occupation: occupation.slice(0, 2) },
    ...licences.map((licence) => ({ licence })),
    ...availability.map((one) => ({ availability: one })),
  ];
  return [{}, ...own, ...own.flatMap((one, at) => own.slice(at + 1).map((other) => ({ ...one, ...other })))];
}

/** For each secret the answers of all its codes in all groups, one after the other. */
async function readSecrets(pool: Pool, wheres: readonly Cell[]): Promise<Published[][]> {
  const read: Published[][] = [];
  for (const secret of secrets) {
    const answers: Published[] = [];
    for (const where of wheres) {
      const { cells } = await pool.ask({ where, by: [secret] });
      for (const code of listedCodes[secret]) answers.push(cells.get(textOf({ ...where, [secret]: code })));
    }
    read.push(answers);
  }
  return read;
}

/** Weighs for each value how likely every pair of answers is when there is one person more, and when there is not. */
function conclude(
  likelihood: Likelihood,
  person: Person,
  secret: Secret & (typeof secrets)[number],
  { before, after }: { before: readonly Published[]; after: readonly Published[] },
): Guess {
  const codes = listedCodes[secret];
  const weighted: readonly (readonly [string, number])[] = chances[secret](person.occupation);
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const scores = weighted.map(([value, weight]) => ({
    value,
    score: before.reduce<number>((sum, was, at) => {
      const is = after[at];
      if (typeof was !== 'number' || typeof is !== 'number') return sum;
      const more = reaches(secret, value, codes[at % codes.length] ?? '') ? 1 : 0;
      return sum + Math.log(together(likelihood, was, is, more) + 1e-12);
    }, Math.log(weight)),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const share = 1 / scores.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  const baseline = Math.max(...weighted.map(([, weight]) => weight)) / total;
  return { confidence: share - baseline, right: best.value === person[secret], baseline };
}

/** How likely two answers are of which the second counts so many people more. */
function together(likelihood: Likelihood, was: number, is: number, more: number): number {
  let sum = 0;
  for (let count = Math.max(0, was - 14); count <= was + 14; count++) {
    sum += likelihood(was, count, 1) * likelihood(is, count + more, 1);
  }
  return sum;
}
