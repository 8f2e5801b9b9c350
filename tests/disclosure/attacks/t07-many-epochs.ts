import { makeRandom } from '@kannwas/api/demo/people/random';
import { factsIn } from '@kannwas/disclosure/cell';
import type { Layers } from '@kannwas/disclosure/layers';
import type { Pool } from '../api.ts';
import { join, leave } from '../epochs/moves.ts';
import { readEverything } from '../epochs/reading.ts';
import { type Likelihood, likelihoodOfOurs } from '../mechanisms/likelihood.ts';
import { type Ours, ours } from '../mechanisms/ours.ts';
import { makePeople, type Person } from '../population.ts';
import { type Attack, type Result, resultOf, worst } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import { Truth } from '../truth.ts';
import type { World } from '../world.ts';

/** Parts of a year over which an attacker may average: a longer one has more answers, a shorter one is nearer to now. */
const windows = [52, 26, 13];

/**
 * Reads the same cells in every epoch of a year and looks for the count that explains all answers best: what stays the
 * same must not be drawn anew too often.
 * Source: Asghar and Kaafar (2020), PoPETs 2020(2); continual release as in Dwork et al. (2010), STOC 2010.
 */
export const manyEpochs: Attack = {
  id: 'T07',
  run: async (world) => {
    const { effort, layers } = world;
    const results: Result[] = [];
    for (const churn of effort.quick ? [0] : [0, 0.01, 0.02]) {
      const watched: Watched[] = [];
      // Few cells are claimed, so of one town chance would decide.
      const sites = effort.quick || churn === 0 ? 1 : sitesOfEach;
      for (let nth = 0; nth < sites; nth++) watched.push(await watch(world, churn, nth));
      if (!effort.quick && churn === 0) watched.push(...(await watchInMemory(stillTowns, layers)));
      const epochs = effort.quick ? quickly.epochs : thoroughly.epochs;
      const what = `${epochs} epochs, ${churn * 100} % of the people change in each, ${watched.length} towns`;
      results.push(judged(what, watched, layers));
    }
    return results;
  },
};

const sitesOfEach = 3;
const stillTowns = 12;
// No multiple of five: else whoever reads the rounded number of everybody would be right by no merit.
const quickly = { epochs: 27, people: 153 };
const thoroughly = { epochs: 52, people: 603 };

/** What was shown of each cell of a town, epoch by epoch, and how many are in it in the end. */
type Watched = { seen: ReadonlyMap<string, readonly number[]>; truth: Truth };

async function watch(world: World, churn: number, nth: number): Promise<Watched> {
  const { epochs, people } = world.effort.quick ? quickly : thoroughly;
  const random = makeRandom(`T07 ${churn} ${nth}`);
  const instance = await world.instance();
  const siteId = `many-epochs-${churn * 100}-${nth}`;
  const everybody = makePeople(siteId, people + people);
  const here: { person: Person; id: string }[] = [];
  const town = await instance.settle(siteId, everybody.slice(0, people));
  for (const [at, id] of town.ids.entries()) here.push({ person: everybody[at] as Person, id });
  const waiting = everybody.slice(people);
  const pool = (await (await instance.employ(town)).lend(siteId)).at(siteId);
  const seen = new Map<string, number[]>();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (epoch > 1) {
      const moving = Array.from({ length: Math.round(churn * people) }, () =>
        random.between(0, here.length - 1),
      );
      const leavers = [...new Set(moving)].sort((a, b) => b - a).flatMap((at) => here.splice(at, 1));
      await leave(
        instance,
        siteId,
        leavers.map(({ id }) => id),
      );
      const joining = waiting.splice(0, leavers.length);
      const ids = await join(instance, siteId, joining);
      for (const [at, person] of joining.entries()) here.push({ person, id: ids[at] ?? '' });
      await town.publish();
    }
    await note(seen, pool);
  }
  const truth = new Truth(
    here.map(({ person }) => person),
    [],
  );
  return { seen, truth };
}

/** The same where nobody changes, which tells most, of towns in memory. */
export async function runT07(towns: number, layers: Layers): Promise<Result[]> {
  const watched = await watchInMemory(towns, layers);
  const what = `${thoroughly.epochs} epochs, nobody of about 600 people changes, ${towns} towns in memory`;
  return [judged(what, watched, layers)];
}

async function watchInMemory(towns: number, layers: Layers): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (let nth = 0; nth < towns; nth++) {
    const truth = new Truth(makePeople(`T07 at home ${nth}`, 590 + ((nth * 7) % 23)), []);
    const seen = new Map<string, number[]>();
    let last: Ours | undefined;
    for (let epoch = 1; epoch <= thoroughly.epochs; epoch++) {
      last = ours({ ...truth, seed: `T07 ${nth}`, layers, ...(last && { earlier: last }) });
      await note(seen, last);
    }
    watched.push({ seen, truth });
  }
  return watched;
}

/** Notes what is shown of each cell in one epoch. */
async function note(seen: Map<string, number[]>, pool: Pool): Promise<void> {
  for (const [text, count] of await readEverything(pool, [])) {
    if (typeof count === 'number') seen.set(text, [...(seen.get(text) ?? []), count]);
  }
}

const judged = (what: string, watched: readonly Watched[], layers: Layers): Result =>
  worst(
    windows.map((window) => {
      const guesses = watched.flatMap(({ seen, truth }) => guessCounts(seen, truth, window, layers));
      return resultOf('T07', 'exact', bestClaims(guesses), 0.25, `${what}; the last ${window}`);
    }),
  );

function guessCounts(
  seen: ReadonlyMap<string, readonly number[]>,
  truth: Truth,
  window: number,
  layers: Layers,
): Guess[] {
  const likelihood = likelihoodOfOurs(layers);
  return [...seen].map(([text, counts]): Guess => {
    const cell = Object.fromEntries(new URLSearchParams(text));
    const { count, share } = likeliest(counts.slice(-window), likelihood, factsIn(cell));
    return { confidence: share, right: truth.count(cell) === count, baseline: 0 };
  });
}

/** The count under which what was seen is most likely. Answers that stayed the same are taken for thirteen times one. */
function likeliest(
  counts: readonly number[],
  likelihood: Likelihood,
  facts: number,
): { count: number; share: number } {
  const around = Math.round(counts.reduce((sum, one) => sum + one, 0) / counts.length);
  const scores = Array.from({ length: 25 }, (_, at) => {
    const count = Math.max(0, around - 12 + at);
    const score = counts.reduce((sum, one) => sum + Math.log(likelihood(one, count, facts) + 1e-9) / 13, 0);
    return { count, weight: Math.exp(score) };
  });
  const total = scores.reduce((sum, { weight }) => sum + weight, 0);
  const best = scores.reduce((a, b) => (b.weight > a.weight ? b : a));
  return { count: best.count, share: best.weight / total };
}
