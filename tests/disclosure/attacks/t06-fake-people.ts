import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Layers } from '@kannwas/disclosure/layers';
import type { Place } from '@kannwas/schema/pool/table';
import type { Pool } from '../api.ts';
import { change, join } from '../epochs/moves.ts';
import { byMoves, byNumbers, preyIn, type Reading, readAround } from '../epochs/prey.ts';
import { type Ours, ours } from '../mechanisms/ours.ts';
import { makePeople, type Person } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import { townAtHome } from '../subject.ts';
import type { Instance, Town } from '../town.ts';
import { Truth } from '../truth.ts';

/** What two ways to weigh the same answers say. */
type Found = { moves: Guess[]; numbers: Guess[] };

/** So many sites are asked over HTTP, with about sixteen targets each; the others are asked of the very mechanism in memory. */
const sitesByHttp = { quick: 1, full: 3 };

/**
 * Adds people who do not exist beside one who does, so many that the answers around them are made anew just when that person
 * is among them too: together with the person; or earlier, so that nobody else joins with them; or earlier, and then all of them
 * change something in every epoch. Then looks at which answers moved (T06), and at what they moved to (T20).
 * Source: the active attack of Backstrom, Dwork, Kleinberg (2007), Wherefore Art Thou R3579X?, WWW 2007, on thresholds.
 */
export const fakePeople: Attack = {
  id: 'T06',
  run: async ({ instance, effort, layers }) => {
    const found: Found = { moves: [], numbers: [] };
    const real = await instance();
    for (let nth = 0; nth < sitesByHttp[effort.quick ? 'quick' : 'full']; nth++) {
      await trip(
        `T06 ${nth}`,
        makePeople(`T06 ${nth}`, 4_000),
        await settled(real, `fake-people-${nth}`),
        found,
      );
    }
    const { length } = found.moves;
    await inMemory(effort.quick ? effort.targets : effort.targets * 2, layers, found);
    return judged(found, `${length} over HTTP`);
  },
};

/** The same against the mechanism in memory alone. */
export async function runT06(targets: number, layers: Layers): Promise<Result[]> {
  const found: Found = { moves: [], numbers: [] };
  await inMemory(targets, layers, found);
  return judged(found, 'none over HTTP');
}

function judged({ moves, numbers }: Found, how: string): Result[] {
  const note = `made-up people beside one, from one less than must change to twice as many, ${how}`;
  return [
    resultOf('T06', 'ci', bestClaims(moves), 0.1, `${note}; by what moved`),
    resultOf('T20', 'ci', bestClaims(numbers), 0.1, `${note}; by all numbers together`),
  ];
}

/** Somebody who says something else than before. */
type Change = { from: Person; to: Person };

/** Publishes with those who joined or changed, and says where to ask about them, and which places there are. */
type Publishing = (
  joined: readonly Person[],
  changes?: readonly Change[],
) => Promise<{ pool: Pool; places: readonly Place[] }>;

async function settled(instance: Instance, siteId: string): Promise<Publishing> {
  let town: Town | undefined;
  let pool: Pool | undefined;
  const ids = new Map<Person, string>();
  return async (joined, changes = []) => {
    if (town) {
      const joining = await join(instance, siteId, joined);
      for (const [nth, person] of joined.entries()) ids.set(person, joining[nth] ?? '');
      for (const { from, to } of changes) {
        await change(instance, siteId, ids.get(from) ?? '', to);
        ids.set(to, ids.get(from) ?? '');
      }
      await town.publish();
    }
    town ??= await instance.settle(siteId, joined);
    pool ??= (await (await instance.employ(town)).lend(siteId)).at(siteId);
    return { pool, places: await town.places() };
  };
}

async function inMemory(targets: number, layers: Layers, found: Found): Promise<void> {
  for (let nth = 0; found.moves.length < targets; nth++) {
    // As many as make every sub-major group large enough.
    const { people, places } = townAtHome(`T06 at home ${nth}`, 9_000);
    const seed = `T06 at home ${nth}`;
    let here: readonly Person[] = [];
    let last: Ours | undefined;
    const publish: Publishing = async (joined, changes = []) => {
      const changed = new Map(changes.map(({ from, to }) => [from, to]));
      here = [...here.map((person) => changed.get(person) ?? person), ...joined];
      last = ours({ people: here, places, seed, layers, ...(last && { earlier: last }) });
      return { pool: last, places };
    };
    await trip(seed, people, publish, found);
  }
}

/** Three epochs before somebody comes, and one after. */
async function trip(
  seed: string,
  people: readonly Person[],
  publish: Publishing,
  { moves, numbers }: Found,
): Promise<void> {
  const { pool, places } = await publish(people);
  const preys = preyIn(new Truth(people, places), makeRandom(seed));
  const read = (from: Pool) => Promise.all(preys.map(({ group }) => readAround(from, group)));
  const readings = [await read(pool)];
  let restless = preys.filter(({ way }) => way === 'restless').flatMap(({ fakes }) => fakes);
  const next = async (joined: readonly Person[]) => {
    const changes = readings.length === 1 ? [] : restless.map((from) => ({ from, to: otherwise(from) }));
    const published = await publish(joined, changes);
    if (changes.length > 0) restless = changes.map(({ to }) => to);
    readings.push(await read(published.pool));
  };
  await next(preys.flatMap(({ fakes, way }) => (way === 'beside' ? [] : fakes)));
  await next([]);
  await next(preys.flatMap(({ person, fakes, way }) => [person, ...(way === 'beside' ? fakes : [])]));
  for (const [at, prey] of preys.entries()) {
    const own = readings.map((all) => all[at] ?? new Map()) as Reading[];
    moves.push(byMoves(prey, own[2] ?? new Map(), own[3] ?? new Map()));
    numbers.push(byNumbers(prey, own.slice(0, 3), own.slice(3)));
  }
}

/** With a licence that nobody asks for, or without it again. */
const otherwise = (person: Person): Person => ({
  ...person,
  licences: person.licences.includes('bus') ? ['car'] : ['car', 'bus'],
});
