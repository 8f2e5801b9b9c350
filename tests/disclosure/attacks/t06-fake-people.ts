import { makeRandom } from '@kannwas/api/demo/people/random';
import type { Layers } from '@kannwas/disclosure/layers';
import type { Place } from '@kannwas/schema/pool/table';
import type { Pool } from '../api.ts';
import { join } from '../epochs/moves.ts';
import { byMoves, byNumbers, byNumbersTogether, preyIn, readAround } from '../epochs/prey.ts';
import { likelihoodOfOurs } from '../mechanisms/likelihood.ts';
import { type Ours, ours } from '../mechanisms/ours.ts';
import { makePeople, type Person } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import { townAtHome } from '../subject.ts';
import type { Instance, Town } from '../town.ts';
import { Truth } from '../truth.ts';

/** What three ways to weigh the same answers say. */
type Found = { moves: Guess[]; numbers: Guess[]; together: Guess[] };

/** So many sites are asked over HTTP, with about sixteen targets each; the others are asked of the very mechanism in memory. */
const sitesByHttp = { quick: 1, full: 3 };

/**
 * Adds people who do not exist beside one who does, so many that the answers around them are made anew just when that person
 * is among them too: together with the person, or an epoch earlier, so that nobody else joins with them. Then looks at which
 * answers moved, and at what they moved to.
 * Source: the active attack of Backstrom, Dwork, Kleinberg (2007), Wherefore Art Thou R3579X?, WWW 2007, on thresholds.
 */
export const fakePeople: Attack = {
  id: 'T06',
  run: async ({ instance, effort, layers }) => {
    const found: Found = { moves: [], numbers: [], together: [] };
    const real = await instance();
    for (let nth = 0; nth < sitesByHttp[effort.quick ? 'quick' : 'full']; nth++) {
      await trip(
        `T06 ${nth}`,
        makePeople(`T06 ${nth}`, 4_000),
        await settled(real, `fake-people-${nth}`),
        layers,
        found,
      );
    }
    const { length } = found.moves;
    await inMemory(effort.targets, layers, found);
    return judged(found, `${length} over HTTP`);
  },
};

/** The same against the mechanism in memory alone. */
export async function runT06(targets: number, layers: Layers): Promise<Result[]> {
  const found: Found = { moves: [], numbers: [], together: [] };
  await inMemory(targets, layers, found);
  return judged(found, 'none over HTTP');
}

function judged({ moves, numbers, together }: Found, how: string): Result[] {
  const note = `made-up people beside one, from one less than must change to twice as many, ${how}`;
  return [
    resultOf('T06', 'ci', bestClaims(moves), 0.1, `${note}; by what moved`),
    resultOf('T06', 'ci', bestClaims(numbers), 0.1, `${note}; by the numbers, one by one`),
    resultOf('T06', 'ci', bestClaims(together), 0.1, `${note}; by all numbers together`),
  ];
}

/** Publishes these people and says where to ask about them, and which places there are. */
type Publishing = (joined: readonly Person[]) => Promise<{ pool: Pool; places: readonly Place[] }>;

async function settled(instance: Instance, siteId: string): Promise<Publishing> {
  let town: Town | undefined;
  let pool: Pool | undefined;
  return async (joined) => {
    if (town) {
      await join(instance, siteId, joined);
      await town.publish();
    }
    town ??= await instance.settle(siteId, joined);
    pool ??= (await (await instance.employ(town)).lend(siteId)).at(siteId);
    return { pool, places: await town.places() };
  };
}

async function inMemory(targets: number, layers: Layers, found: Found): Promise<void> {
  for (let nth = 0; found.moves.length < targets; nth++) {
    const { people, places } = townAtHome(`T06 at home ${nth}`);
    const seed = `T06 at home ${nth}`;
    let here: readonly Person[] = [];
    let last: Ours | undefined;
    const publish: Publishing = async (joined) => {
      here = [...here, ...joined];
      last = ours({ people: here, places, seed, layers, ...(last && { earlier: last }) });
      return { pool: last, places };
    };
    await trip(seed, people, publish, layers, found);
  }
}

async function trip(
  seed: string,
  people: readonly Person[],
  publish: Publishing,
  layers: Layers,
  { moves, numbers, together }: Found,
): Promise<void> {
  const likelihood = likelihoodOfOurs({ ...layers, mixing: false });
  const { pool, places } = await publish(people);
  const preys = preyIn(new Truth(people, places), makeRandom(seed));
  const read = (from: Pool) => Promise.all(preys.map(({ group }) => readAround(from, group)));
  const first = await read(pool);
  const early = await publish(preys.flatMap(({ fakes, isPrepared }) => (isPrepared ? fakes : [])));
  const prepared = await read(early.pool);
  const late = await publish(
    preys.flatMap(({ person, fakes, isPrepared }) => [person, ...(isPrepared ? [] : fakes)]),
  );
  const last = await read(late.pool);
  for (const [at, prey] of preys.entries()) {
    const [original, before, after] = [first[at], prepared[at], last[at]];
    if (!original || !before || !after) continue;
    moves.push(byMoves(prey, before, after));
    // Where the numbers stand, the first reading still says what the people before were.
    numbers.push(byNumbers(prey, original, after, likelihood));
    together.push(byNumbersTogether(prey, original, after));
  }
}
