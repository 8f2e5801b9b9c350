import { createSecretKey } from 'node:crypto';
import { changesBetween } from '@kannwas/api/pool/columns/changes';
import { type Columns, emptyColumns } from '@kannwas/api/pool/columns/columns';
import { makeCounting } from '@kannwas/api/pool/columns/counting';
import { packed, populationBit } from '@kannwas/api/pool/columns/facts';
import { geographyOf, occupationNumber } from '@kannwas/api/pool/columns/trees';
import { answer } from '@kannwas/api/pool/engine/answer';
import { type Ground, onceEach } from '@kannwas/api/pool/engine/ground';
import { ladderOf } from '@kannwas/api/pool/engine/shape';
import type { Stored } from '@kannwas/api/pool/engine/store';
import type { Answer } from '@kannwas/disclosure/answer';
import { recordKey } from '@kannwas/disclosure/keys';
import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { type MixedFact, mixed, mixedFacts } from '@kannwas/disclosure/mixing';
import type { Previous } from '@kannwas/disclosure/resolve';
import { makeRules } from '@kannwas/disclosure/rules';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Place } from '@kannwas/schema/pool/table';
import { type Pool, readTable } from '../api.ts';
import type { Person } from '../population.ts';

/** Stronger noise than the house's, to see what it would be good for. */
export type Noise = { D: number; V: number };
type Model = {
  people: readonly Person[];
  /** By what people are told apart from epoch to epoch: by their place in the list, if nothing else is said. */
  names?: readonly number[];
  places: readonly Place[];
  seed: string;
  /** What was asked of these people, and some others, an epoch earlier, or more. */
  earlier?: Ours;
  epochsSince?: number;
  layers?: Layers;
  noise?: Noise;
};

/** The mechanism with what it published in its last epoch and before, so that the next one can follow. */
export type Ours = Pool & {
  epoch: number;
  epochs: readonly { epoch: number; columns: Columns }[];
  answers: ReadonlyMap<string, Previous>;
};

/**
 * The very mechanism of the API, in memory and without database: what an attacker builds at home, from the published
 * source and with keys of their own, to learn how it behaves on people whom they made up.
 */
export function ours({ people, places, seed, earlier, layers = allLayers, noise, ...others }: Model): Ours {
  const { names = people.map((_, row) => row), epochsSince = 1 } = others;
  const epoch = (earlier?.epoch ?? 0) + epochsSince;
  const geography = geographyOf(places);
  const columns = { ...emptyColumns(geography, people.length), people: people.length };
  const key = Buffer.from(seed.padEnd(32));
  const epochKey = Buffer.from(`${epoch} ${seed}`.padEnd(32));
  const placeOf = new Map(
    places.flatMap(({ code, districts }) => districts.map((one) => [one, code] as const)),
  );
  // Prepared once: preparing a key costs more than using it.
  const [ofTown, ofEpoch] = [createSecretKey(key), createSecretKey(epochKey)];
  const keys = names.map((name) => BigInt.asIntN(64, recordKey(ofTown, `person ${name}`)));
  for (const [row, person] of (layers.mixing ? mixedPeople(people, keys) : people).entries()) {
    columns.personKey[row] = keys[row] ?? 0n;
    columns.recordKey[row] = recordKey(ofEpoch, String(names[row]));
    columns.occupations[row * 3] = occupationNumber(person.occupation);
    columns.place[row] = geography.number.get(placeOf.get(person.district) ?? '') ?? 0;
    columns.facts[row] = factsOf(person);
  }
  const stored = new Map<string, Stored>();
  const ground: Ground = {
    siteId: 'model',
    epoch: { epoch, publishedAt: new Date(0).toISOString(), revision: 0, places: [...places] },
    rules: makeRules({ epochKey, staticKey: key, layers, ...noise }),
    ladder: ladderOf(places),
    columns,
    counting: makeCounting(geography, [{ columns, weight: 1 }]),
    stored,
    previous: earlier?.answers ?? new Map(),
    basesOf: () => Array.from({ length: epoch - 1 }, (_, nth) => nth + 1),
    changesSince: onceEach(async (base) => {
      const then = epochs.find((one) => one.epoch === base);
      return then && changesBetween(then.columns, columns);
    }),
  };
  const answers = new Map(earlier?.answers);
  const own = { epoch, columns };
  const epochs = [...(earlier?.epochs ?? []), own];
  return {
    ...{ epoch, epochs, answers },
    ask: async ({ where, by = [] }) => {
      const { table, rows } = await answer(ground, PoolQuery.parse({ ...where, by: by.join(',') }));
      for (const { cell, count, isBase, baseEpoch, gone } of rows) {
        const answer = { count: count as Answer['count'], isBase };
        answers.set(cell, { answer, baseEpoch, gone });
        stored.set(cell, { answer, baseEpoch });
      }
      return readTable(where, table);
    },
  };
}

const factOf = {
  german: 'german',
  availability: 'availability',
  education: 'education',
  experience: 'experience',
  licences: 'licences',
  gender: 'gender',
  ageBand: 'age',
} as const satisfies Record<MixedFact, keyof Person>;

/** The people as an epoch holds them. @param keys of each person */
export function mixedPeople(people: readonly Person[], keys: readonly bigint[]): Person[] {
  const keyed = people.map(({ occupation }, row) => ({ key: keys[row] ?? 0n, work: occupation.slice(0, 1) }));
  const shown = mixedFacts.map((fact) => [factOf[fact], mixed(keyed, fact)] as const);
  return people.map((person, row) => {
    const facts = shown.map(([name, from]) => [name, people[from[row] ?? row]?.[name]]);
    return { ...person, ...Object.fromEntries(facts) };
  });
}

function factsOf({ german, availability, education, experience, licences, gender, age }: Person): number {
  return (
    packed('german', [german]) |
    packed('availability', availability) |
    packed('education', [education]) |
    packed('experience', [experience]) |
    packed('licence', licences) |
    packed('gender', [gender]) |
    packed('age', [age]) |
    populationBit.pool
  );
}
