import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { oldestBase } from '@kannwas/disclosure/carry';
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
      for (let nth = 0; nth < (effort.quick ? 1 : sitesOfEach); nth++)
        watched.push(await watch(world, churn, nth));
      const more = churn === 0 ? stillTowns : movingTowns;
      if (!effort.quick) watched.push(...(await watchInMemory(more, layers, churn)));
      const epochs = effort.quick ? quickly.epochs : thoroughly.epochs;
      const what = `${epochs} epochs, ${churn * 100} % of the people change in each, ${watched.length} towns`;
      results.push(judged(what, watched, layers));
    }
    return results;
  },
};

/** Over HTTP; in memory where nobody changes, which takes little; and where some do. */
const sitesOfEach = 1;
const stillTowns = 60;
const movingTowns = 8;
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
  const everybody = makePeople(siteId, people * 3);
  const here: { person: Person; id: string }[] = [];
  const town = await instance.settle(siteId, everybody.slice(0, people));
  for (const [at, id] of town.ids.entries()) here.push({ person: everybody[at] as Person, id });
  const waiting = everybody.slice(people);
  const pool = (await (await instance.employ(town)).lend(siteId)).at(siteId);
  const seen = new Map<string, number[]>();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (epoch > 1) {
      const leavers = here.filter(() => random.chance(churn));
      for (const one of leavers) here.splice(here.indexOf(one), 1);
      await leave(
        instance,
        siteId,
        leavers.map(({ id }) => id),
      );
      const joining = waiting.splice(0, comers(random, churn, people));
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
  const watched = await watchInMemory(towns, layers, 0);
  const what = `${thoroughly.epochs} epochs, nobody of about 600 people changes, ${towns} towns in memory`;
  return [judged(what, watched, layers)];
}

async function watchInMemory(towns: number, layers: Layers, churn: number): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (let nth = 0; nth < towns; nth++) {
    const size = 590 + ((nth * 7) % 23);
    const random = makeRandom(`T07 at home ${churn} ${nth}`);
    const waiting = makePeople(`T07 at home ${churn} ${nth}`, size * 3);
    let here = waiting.splice(0, size).map((person, name) => ({ person, name }));
    const seen = new Map<string, number[]>();
    let last: Ours | undefined;
    // Where nobody changes, answers are looked at when they would be too old: there is nothing to read meanwhile.
    const epochsSince = churn === 0 ? oldestBase : 1;
    for (let epoch = 1; epoch <= thoroughly.epochs; epoch += epochsSince) {
      if (epoch > 1) {
        const came = waiting.splice(0, comers(random, churn, size));
        const names = (here.at(-1)?.name ?? 0) + 1;
        here = [
          ...here.filter(() => !random.chance(churn)),
          ...came.map((person, nth) => ({ person, name: names + nth })),
        ];
      }
      last = ours({
        ...{ people: here.map(({ person }) => person), names: here.map(({ name }) => name), places: [] },
        ...{ seed: `T07 ${churn} ${nth}`, layers },
        ...(last && { earlier: last, epochsSince }),
      });
      await note(seen, last, epochsSince);
    }
    const truth = new Truth(
      here.map(({ person }) => person),
      [],
    );
    watched.push({ seen, truth });
  }
  return watched;
}

/** As many come as leave on average, and not exactly: else the number of everybody would stay while its noise does not. */
const comers = (random: Random, churn: number, people: number): number =>
  Array.from({ length: people }).filter(() => random.chance(churn)).length;

/** Notes what is shown of each cell in one epoch, or in several. */
async function note(seen: Map<string, number[]>, pool: Pool, epochs = 1): Promise<void> {
  for (const [text, count] of await readEverything(pool, [])) {
    if (typeof count !== 'number') continue;
    seen.set(text, [...(seen.get(text) ?? []), ...Array<number>(epochs).fill(count)]);
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
    return { confidence: share, right: truth.count(cell) === count, baseline: 0, together: truth };
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
