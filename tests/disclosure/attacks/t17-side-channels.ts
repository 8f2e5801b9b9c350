import { makeRandom } from '@kannwas/api/demo/people/random';
import { type Sensed, sense, type Way, ways } from '../channels/senses.ts';
import { prepareTown } from '../channels/town.ts';
import { shuffled } from '../population.ts';
import { type Attack, resultOf } from '../result.ts';
import { areaUnderCurve, quantile } from '../statistics.ts';
import { type Instance, startInstance } from '../town.ts';
import { Truth } from '../truth.ts';
import type { Effort, World } from '../world.ts';

/** What is known of a cell: whether anybody is in it, and all that was sensed. */
type Case = { isEmpty: boolean; sensed: readonly Sensed[] };

/**
 * Tells an empty group from one of one to nine people by anything but published numbers: how long the reply takes, its
 * length, its form and order, its ETag, its status and headers, the same in tables, files, and history. Chance alone decided
 * which groups are empty. What each trait means is learnt on one half of them and tried on the other.
 * Source: Kocher (1996), Timing Attacks, CRYPTO; Ball and Chen (2010), side-channel leaks in web applications, IEEE S&P.
 */
export const sideChannels: Attack = {
  id: 'T17',
  run: async ({ effort, layers }: World) => {
    const cases: Case[] = [];
    // One town is not enough to tell an area of .5 from one of .55.
    for (const seed of effort.quick ? [1, 2] : effort.seeds) {
      const instance = await startInstance({ secret: seed, layers });
      try {
        cases.push(...(await senseTown(instance, seed, effort)));
      } finally {
        await instance.close();
      }
    }
    const scored = score(cases);
    const of = (isEmpty: boolean) => scored.filter((one) => one.isEmpty === isEmpty).map((one) => one.score);
    const area = areaUnderCurve(of(true), of(false));
    const note = 'time, length, form, order, headers, status, and ETag of seven kinds of reply';
    return [resultOf('T17', 'auc', { ...area, n: cases.length, baseline: 0.5 }, 0.55, note)];
  },
};

async function senseTown(instance: Instance, seed: number, effort: Effort): Promise<Case[]> {
  const { people, cells } = prepareTown(`T17 ${seed}`);
  const town = await instance.settle('town', people);
  const truth = new Truth(people, await town.places());
  const account = await (await instance.employ(town)).lend(town.siteId);
  const cases: Case[] = [];
  for (const [nth, cell] of shuffled(makeRandom(`T17 ${seed}`), cells).entries()) {
    // In a hurry, each in one way only.
    const own: readonly Way[] = effort.quick ? [ways[nth % ways.length] ?? 'alone'] : ways;
    const sensed: Sensed[] = [];
    for (const way of own) sensed.push(await sense(account, town.siteId, cell, way));
    cases.push({ isEmpty: truth.count(cell) === 0, sensed });
  }
  return cases;
}

/** Naive Bayes: each half is scored by what its traits mean in the other. */
function score(cases: readonly Case[]): { isEmpty: boolean; score: number }[] {
  const { chance } = makeRandom('T17 halves');
  const pace = paces(cases);
  const traitsOf = ({ sensed }: Case) =>
    sensed.flatMap((one) => [
      ...Object.entries(one.traits).map(([name, value]) => `${one.way} ${name} ${value}`),
      `${one.way} time ${pace(one)}`,
      `${one.way} slow ${pace(one) >= 5}`,
    ]);
  const described = cases.map((one) => ({ isEmpty: one.isEmpty, traits: traitsOf(one) }));
  const { one = [], other = [] } = Object.groupBy(described, () => (chance(0.5) ? 'one' : 'other'));
  const by = (learnt: typeof described, tried: typeof described) => {
    const weigh = learn(learnt);
    return tried.map(({ isEmpty, traits }) => ({
      isEmpty,
      score: traits.reduce((sum, trait) => sum + weigh(trait), 0),
    }));
  };
  return [...by(one, other), ...by(other, one)];
}

type Described = { isEmpty: boolean; traits: readonly string[] };

function learn(cases: readonly Described[]): (trait: string) => number {
  const seen = new Map<string, [number, number]>();
  const all: [number, number] = [0, 0];
  for (const { isEmpty, traits } of cases) {
    all[isEmpty ? 0 : 1] += 1;
    for (const trait of traits) {
      const counts = seen.get(trait) ?? [0, 0];
      counts[isEmpty ? 0 : 1] += 1;
      seen.set(trait, counts);
    }
  }
  return (trait) => {
    const [empty, others] = seen.get(trait) ?? [0, 0];
    const difference = Math.abs(empty / all[0] - others / all[1]);
    // What may as well be chance would only drown what is not: two standard deviations of the difference.
    if (difference < 2 * Math.sqrt((empty + others + 1) / (all[0] * all[1]))) return 0;
    return Math.log((empty + 1) / (all[0] + 2)) - Math.log((others + 1) / (all[1] + 2));
  };
}

/** How fast a reply was among those of its kind: one of ten parts. */
function paces(cases: readonly Case[]): (sensed: Sensed) => number {
  const byWay = Map.groupBy(
    cases.flatMap(({ sensed }) => sensed),
    ({ way }) => way,
  );
  const bounds = new Map(
    [...byWay].map(([way, all]) => {
      const times = all.map(({ milliseconds }) => milliseconds);
      return [way, Array.from({ length: 9 }, (_, tenth) => quantile(times, (tenth + 1) / 10))] as const;
    }),
  );
  return ({ way, milliseconds }) => (bounds.get(way) ?? []).filter((bound) => milliseconds > bound).length;
}
