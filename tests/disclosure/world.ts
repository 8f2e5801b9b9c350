import { namesIn } from '@kannwas/api/snapshots/people/store';
import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { type Account, remembering } from './api.ts';
import { embedded, ofServer } from './databases.ts';
import { publicPartsOf, subjectsInMemory } from './mechanisms/in-memory.ts';
import { mixedPeople } from './mechanisms/ours.ts';
import { makePeople } from './population.ts';
import { type Subject, townAtHome } from './subject.ts';
import { type Instance, startInstance, type Town } from './town.ts';
import { Truth } from './truth.ts';

/** How thorough the attackers are. */
export type Effort = { quick: boolean; seeds: readonly number[]; targets: number };
export const full: Effort = { quick: false, seeds: [1, 2, 3], targets: 1_000 };
export const quick: Effort = { quick: true, seeds: [1], targets: 120 };

/** So many towns in memory are attacked for three over HTTP, where a thousand targets leave an interval too wide. */
const inMemory = 4;

/** A town of the real API under attack; its pool remembers what was asked, for all attacks together. */
export type Attacked = Subject & {
  instance: Instance;
  town: Town;
  account: Account;
  /** The people as the epoch holds them, with some facts exchanged. */
  counted: Truth;
};

/** Where attacks happen. */
export type World = {
  effort: Effort;
  layers: Layers;
  /** One town of 6,000 people for each seed; made when first wanted, and the same for all attacks. */
  towns: () => Promise<readonly Attacked[]>;
  /** These, and in a long run some more that answer in memory, by the very mechanism. */
  manyTowns: () => Promise<readonly Subject[]>;
  /** An instance of its own, for attacks that change people or publish. */
  instance: (seed?: number) => Promise<Instance>;
  close: () => Promise<void>;
};

/** @param layers what is taken away from the protection; budgets are off unless an attack is about them */
export function makeWorld(effort: Effort, layers: Layers = { ...allLayers, budget: false }): World {
  const instances: Instance[] = [];
  const databases = effort.quick ? embedded : ofServer();
  let towns: Promise<readonly Attacked[]> | undefined;
  const instance = async (seed = 1) => {
    const started = await startInstance({ databases, secret: seed, layers });
    instances.push(started);
    return started;
  };
  const settle = async (seed: number): Promise<Attacked> => {
    const started = await instance(seed);
    const people = makePeople(`town ${seed}`, 6_000);
    const town = await started.settle('town', people);
    const account = await (await started.employ(town)).lend('town');
    const places = await town.places();
    const names = namesIn(started.secrets, town.siteId, 1);
    const keys = town.ids.map((id) => BigInt(names.person(id)));
    return {
      ...{ instance: started, town, account },
      truth: new Truth(people, places),
      counted: new Truth(layers.mixing ? mixedPeople(people, keys) : people, places),
      pool: remembering(account.at('town')),
      ...publicPartsOf(layers),
    };
  };
  const settleAll = async () => {
    const all: Attacked[] = [];
    for (const seed of effort.seeds) all.push(await settle(seed));
    return all;
  };
  const townsOnce = () => {
    towns ??= settleAll();
    return towns;
  };
  return {
    effort,
    layers,
    towns: townsOnce,
    manyTowns: async () => {
      const subjectOf = subjectsInMemory(layers);
      const more = Array.from({ length: effort.quick ? 0 : inMemory }, (_, nth) => `memory ${nth}`);
      return [...(await townsOnce()), ...more.map((name) => subjectOf(townAtHome(name), name))];
    },
    instance,
    close: async () => {
      for (const started of instances) await started.close();
      await databases.close();
    },
  };
}
