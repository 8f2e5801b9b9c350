import { type Cell, factsIn } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension, PoolQuery } from '@kannwas/schema/pool/grammar';
import { type Pool, textOf } from '../api.ts';
import type { Person } from '../population.ts';
import type { Subject } from '../subject.ts';
import { type Members, size, type Truth } from '../truth.ts';

/** What is to be found out of somebody who has one of two values, each as often as the other. */
export type Secret = { dimension: 'german' | 'experience'; values: readonly [string, string] };
type Spread = { dimension: PoolDimension & keyof typeof listedCodes };

/** A way to put somebody's own attribute as a condition; undefined where they have none. */
type Trait = { dimension: PoolDimension; of: (person: Person, truth: Truth) => string | undefined };

const placeOf = (truth: Truth, { district }: Person, nth: number) =>
  truth.places
    .filter(({ districts }) => districts.includes(district))
    .sort((a, b) => a.districts.length - b.districts.length)[nth]?.code;

const traits: readonly Trait[] = [
  ...[1, 2, 3, 4].map(
    (digits): Trait => ({ dimension: 'occupation', of: ({ occupation }) => occupation.slice(0, digits) }),
  ),
  ...[0, 1].map((nth): Trait => ({ dimension: 'place', of: (person, truth) => placeOf(truth, person, nth) })),
  ...listedCodes.german.map(
    (level): Trait => ({
      dimension: 'german',
      of: ({ german }) => (german >= level && german !== 'none' ? level : undefined),
    }),
  ),
  ...(['education', 'experience', 'gender', 'age'] as const).map(
    (dimension): Trait => ({ dimension, of: (person) => person[dimension] }),
  ),
  ...listedCodes.availability.map(
    (code): Trait => ({
      dimension: 'availability',
      of: ({ availability }) => availability.find((own) => own === code),
    }),
  ),
  ...listedCodes.licence.map(
    (code): Trait => ({ dimension: 'licence', of: ({ licences }) => licences.find((own) => own === code) }),
  ),
];

/** A question about the people who share one to three traits with somebody, spread by the secret. */
export type Query = readonly Trait[];

/** Every query that the grammar admits. */
export function queriesFor({ dimension }: Spread): Query[] {
  const free = traits.filter((trait) => trait.dimension !== dimension);
  const longer = (queries: readonly Query[]): Query[] =>
    queries.flatMap((query) =>
      free
        .slice(free.indexOf(query.at(-1) as Trait) + 1)
        .filter((trait) => query.every((other) => other.dimension !== trait.dimension))
        .map((trait) => [...query, trait]),
    );
  const one = longer([[]]);
  const two = longer(one);
  return [...one, ...two, ...longer(two)];
}

/** The smallest and the largest group worth a question: smaller ones are withheld, in larger ones nobody counts. */
const worth = { least: 20, most: 100 };

/** What was shown of a group that somebody is in; and how many facts each number tells, with the secret. */
export type Sighting = {
  members: Members;
  people: number;
  facts: number;
  shown: ReadonlyMap<string, number | null>;
};

/** A query about somebody as conditions; undefined where they lack a trait. */
export function whereOf(truth: Truth, person: number, query: Query): Cell | undefined {
  const one = truth.people[person];
  const conditions = query.map(({ dimension, of }) => [dimension, one && of(one, truth)]);
  return conditions.some(([, code]) => code === undefined) ? undefined : Object.fromEntries(conditions);
}

/** Asks a query about somebody; undefined where they lack a trait, or nothing is shown. */
export async function ask(
  { truth, pool }: Pick<Subject, 'truth' | 'pool'>,
  person: number,
  secret: Secret,
  query: Query,
): Promise<Sighting | undefined> {
  const where = whereOf(truth, person, query);
  if (!where) return undefined;
  const members = truth.members(where);
  const people = size(members);
  if (people < worth.least || people > worth.most) return undefined;
  return { members, people, facts: factsIn(where) + 1, shown: await read(pool, truth, where, secret) };
}

/** The rows of a group by the secret: asked alone where it is large enough, else as part of broader tables. */
export async function read(
  pool: Pool,
  truth: Truth,
  where: Cell,
  { dimension }: Spread,
): Promise<Map<string, number | null>> {
  const shown = new Map<string, number | null>();
  for (const { base, by } of waysTo(truth, where)) {
    const spread = [...by, dimension];
    if (truth.count(base) < 27 || !PoolQuery.safeParse({ ...base, by: spread.join(',') }).success) continue;
    const { cells } = await pool.ask({ where: base, by: spread });
    for (const code of listedCodes[dimension]) {
      const published = cells.get(textOf({ ...where, [dimension]: code }));
      if (published !== undefined) shown.set(code, published);
    }
    if (shown.size > 0) break;
  }
  return shown;
}

function waysTo(truth: Truth, where: Cell): { base: Cell; by: PoolDimension[] }[] {
  const broader = Object.entries(where).flatMap(([name, code]) => {
    const { [name]: _, ...rest } = where;
    const within =
      name === 'place'
        ? (truth.places.find((place) => place.code === code)?.within ?? undefined)
        : name === 'occupation' && code.length > 2
          ? code.slice(0, -1)
          : undefined;
    const base = within === undefined ? rest : { ...rest, [name]: within };
    return name === 'german' ? [] : [{ base, by: [name as PoolDimension] }];
  });
  return [{ base: where, by: [] }, ...broader];
}
