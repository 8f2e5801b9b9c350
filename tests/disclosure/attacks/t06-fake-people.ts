import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { tauBounds } from '@kannwas/disclosure/rules';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import { type Pool, type Published, textOf } from '../api.ts';
import { join } from '../epochs/moves.ts';
import { makePeople, makePerson, type Person } from '../population.ts';
import { type Attack, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Instance } from '../town.ts';
import { Truth } from '../truth.ts';

/** So many people the attacker makes up: from τ − 1 to 2τ, for every τ. */
const fakes = [2, 3, 4, 5, 8, 12];
const perSite = 12;

/** The secret: one of two values, each as likely as the other. */
const values = ['under-3', '3-10'] as const;

/**
 * Adds people who do not exist beside one who does, so many that the answers around them move exactly if that person is
 * among them too, and reads before and after. Half of those who join have the value of the fake ones.
 * Source: the active attack of Backstrom, Dwork, Kleinberg (2007), Wherefore Art Thou R3579X?, WWW 2007, on thresholds.
 */
export const fakePeople: Attack = {
  id: 'T06',
  run: async (world) => {
    const instance = await world.instance();
    const guesses: Guess[] = [];
    const sites = world.effort.quick ? 3 : Math.ceil(world.effort.targets / 25);
    for (let nth = 0; nth < sites; nth++) guesses.push(...(await trip(instance, nth)));
    const note = `${fakes.join(', ')} made-up people beside one; years of experience of two kinds`;
    return [resultOf('T06', 'ci', bestClaims(guesses), 0.1, note)];
  },
};

type Prey = { person: Person; fakes: number; cells: Cell[] };

async function trip(instance: Instance, nth: number): Promise<Guess[]> {
  const random = makeRandom(`T06 ${nth}`);
  const siteId = `fake-people-${nth}`;
  const people = makePeople(`T06 ${nth}`, 2_000);
  const town = await instance.settle(siteId, people);
  const pool = (await (await instance.employ(town)).lend(siteId)).at(siteId);
  const truth = new Truth(people, await town.places());
  const prey = largestGroups(truth).map((occupation, at) =>
    onePrey(random, occupation, fakes[at % fakes.length] ?? 2),
  );
  const read = () => Promise.all(prey.map(({ cells }) => readCells(pool, cells)));
  const before = await read();
  for (const { person, fakes: number } of prey) {
    const fake = { ...person, experience: values[0] };
    await join(instance, siteId, [person, ...Array.from({ length: number }, () => fake)]);
  }
  await town.publish();
  const after = await read();
  return prey.map((one, at) => conclude(one, before[at] ?? [], after[at] ?? []));
}

/** The largest sub-major groups: what is asked about one of them says nothing about the others. */
function largestGroups(truth: Truth): string[] {
  return truth
    .codes('occupation')
    .filter((code) => code.length === 2)
    .toSorted((a, b) => truth.count({ occupation: b }) - truth.count({ occupation: a }))
    .slice(0, perSite);
}

function onePrey(random: Random, group: string, number: number): Prey {
  const person = {
    ...makePerson(random, '15087110', `${group}11`),
    availability: ['work'] as const,
    gender: 'male' as const,
    age: '25-44' as const,
    education: 'school' as const,
    german: 'B1' as const,
    licences: ['car'] as const,
    experience: random.oneOf(values),
  };
  const known: Cell = {
    gender: 'male',
    age: '25-44',
    education: 'school',
    german: 'A1',
    licence: 'car',
    availability: 'work',
  };
  const names = Object.keys(known);
  const subsets = names.flatMap((one, at) => [[one], ...names.slice(at + 1).map((other) => [one, other])]);
  const cells = [[], ...subsets].map((some) => ({
    occupation: group,
    experience: values[0],
    ...Object.fromEntries(some.map((name) => [name, known[name] ?? ''])),
  }));
  return { person, fakes: number, cells: cells.filter((cell) => PoolQuery.safeParse(cell).success) };
}

/** Each cell as a row of a table of what is broader by one condition: then it need not be large itself. */
async function readCells(pool: Pool, cells: readonly Cell[]): Promise<Published[]> {
  const read: Published[] = [];
  for (const cell of cells) {
    const { experience: _, ...where } = cell;
    read.push((await pool.ask({ where, by: ['experience'] })).cells.get(textOf(cell)));
  }
  return read;
}

/** How likely a new answer is another number than the one before. */
const visible = 0.65;

/** Weighs, for each cell, how likely it is to move when one person more joined than the attacker made up. */
function conclude(
  { person, fakes: number }: Prey,
  before: readonly Published[],
  after: readonly Published[],
): Guess {
  const moves = (people: number) =>
    visible *
    Math.min(1, Math.max(0, (people - tauBounds.least + 1) / (tauBounds.most - tauBounds.least + 1)));
  let score = 0;
  for (const [at, was] of before.entries()) {
    if (typeof was !== 'number') continue;
    const [joined, alone] = [moves(number + 1), moves(number)].map((chance) =>
      after[at] === was ? 1 - chance : chance,
    );
    score += Math.log((joined ?? 0) + 0.01) - Math.log((alone ?? 0) + 0.01);
  }
  const said = score >= 0 ? values[0] : values[1];
  return {
    confidence: score === 0 ? null : Math.abs(score),
    right: said === person.experience,
    baseline: 0.5,
  };
}
