import { makeRandom } from '@kannwas/api/demo/people/random';
import { saveSite } from '@kannwas/api/sites/store';
import { layOutPlaces } from '@kannwas/api/snapshots/places';
import type { Cell } from '@kannwas/disclosure/cell';
import type { Layers } from '@kannwas/disclosure/layers';
import { placeBounds } from '@kannwas/disclosure/rules';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import type { Place } from '@kannwas/schema/pool/table';
import { type Pool, type Published, textOf } from '../api.ts';
import type { Secret } from '../differences/contrasts.ts';
import { reaches } from '../differences/evidence.ts';
import type { Likelihood } from '../mechanisms/likelihood.ts';
import { type Ours, ours } from '../mechanisms/ours.ts';
import { chances, districts, makePeople, makePerson, type Person } from '../population.ts';
import { type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Instance, Town } from '../town.ts';
import type { World } from '../world.ts';

const newDistrict = '15087990';
const secrets = ['german', 'education', 'experience'] as const;

/** Weighs the numbers about a place before and after three people of a new district came to it. */
export async function redrawBoundaries(world: World): Promise<Result> {
  const instance = await world.instance();
  const [first] = await world.towns();
  if (!first) throw new RangeError('Nothing to attack.');
  const guesses: Guess[] = [];
  const { quick } = world.effort;
  for (let nth = 0; nth < (quick ? 2 : 25); nth++)
    guesses.push(...(await redraw(first.likelihood, `T15 ${nth}`, overHttp(instance, `boundaries-${nth}`))));
  for (let nth = 0; nth < (quick ? 0 : world.effort.targets / 3); nth++)
    guesses.push(...(await redraw(first.likelihood, `T15 at home ${nth}`, inMemory(`${nth}`, world.layers))));
  const note = 'three people of a new district, at 25 sites over HTTP and others in memory';
  return resultOf('T15', 'ci', bestClaims(guesses), 0.05, note);
}

/** Publishes a site, with these people, whenever it has these districts. */
type Publishing = (
  people: readonly Person[],
  districts: readonly string[],
) => Promise<{ pool: Pool; places: readonly Place[] }>;

function overHttp(instance: Instance, siteId: string): Publishing {
  let town: Town | undefined;
  let pool: Pool | undefined;
  return async (people, codes) => {
    if (town) {
      const listed = codes.map((code) => ({ code, name: code }));
      const site = { id: siteId, name: siteId, demo: false, languages: ['de' as const], districts: listed };
      await saveSite(instance.opened.db, site);
      await town.publish();
    }
    town ??= await instance.settle(siteId, people);
    pool ??= (await (await instance.employ(town)).lend(siteId)).at(siteId);
    return { pool, places: await town.places() };
  };
}

function inMemory(seed: string, layers: Layers): Publishing {
  let last: { pool: Ours; places: Place[] } | undefined;
  return async (people, codes) => {
    const inhabited = codes.map((code) => ({
      code,
      people: people.filter(({ district }) => district === code).length,
    }));
    const places = layOutPlaces(inhabited, () => placeBounds.least, last?.places);
    const pool = ours({ people, places, seed, layers, ...(last && { earlier: last.pool }) });
    last = { pool, places };
    return last;
  };
}

/** Three people live where no district is; then there is one, and it is published together with others. */
async function redraw(likelihood: Likelihood, seed: string, publish: Publishing): Promise<Guess[]> {
  const random = makeRandom(seed);
  const others = makePeople(seed, 1_600);
  const targets = [0, 1, 2].map(() => makePerson(random, newDistrict, random.oneOf(others).occupation));
  const everybody = [...others, ...targets];
  const before = await publish(everybody, districts);
  const wheres = (person: Person, place: string) =>
    cellsAround(person).map((cell): Cell => ({ ...cell, place }));
  const read = async (pool: Pool, place: string) => {
    const all: Published[][][] = [];
    for (const person of targets) all.push(await readSecrets(pool, wheres(person, place)));
    return all;
  };
  // The attacker learns afterwards which place got the new district, and has read all of them.
  const leaves = before.places.filter(({ code }) => before.places.every(({ within }) => within !== code));
  const earlier = new Map<string, Published[][][]>();
  for (const { code } of leaves) earlier.set(code, await read(before.pool, code));
  const now = await publish(everybody, [...districts, newDistrict]);
  const after = now.places.findLast((place) => place.districts.includes(newDistrict));
  const same = leaves.find(({ districts: inside }) => inside.some((code) => after?.districts.includes(code)));
  if (!after || !same) return [];
  const later = await read(now.pool, after.code);
  return targets.flatMap((person, at) =>
    secrets.map((secret, place) => {
      const [before, after] = [earlier.get(same.code)?.[at]?.[place] ?? [], later[at]?.[place] ?? []];
      return { ...conclude(likelihood, person, secret, { before, after }), together: seed };
    }),
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
