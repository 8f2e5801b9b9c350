import type { Cell, Population } from '@kannwas/disclosure/cell';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';
import { type Expression, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** One cell of one epoch of a site: everybody of a population who meets all conditions. */
export type CellOfEpoch = {
  siteId: string;
  epoch: number;
  population: Population;
  cell: Cell;
};

/**
 * What the counting in memory must agree with, in plain SQL: the members of a cell. Nothing that runs counts by it; the
 * tests compare the two, and whoever doubts a number can ask the database.
 */
function membersQuery(db: Db, { siteId, epoch, population, cell }: CellOfEpoch) {
  return db
    .selectFrom('snapshot_person')
    .select(['person_key', 'record_key'])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .where(population === 'pool' ? 'in_pool' : 'in_coverage', '=', true)
    .where(({ and }) =>
      and(
        Object.entries(cell).map(([dimension, code]) =>
          conditions[dimension as PoolDimension](code, { siteId, epoch }),
        ),
      ),
    );
}

type Condition = (code: string, of: { siteId: string; epoch: number }) => Expression<boolean>;

const conditions: Record<PoolDimension, Condition> = {
  occupation: (code) =>
    sql`exists (select from unnest(occupations) as own (code) where starts_with(own.code, ${code}))`,
  place: (code, { siteId, epoch }) => sql`place in (
    with recursive inside (code) as (
      select ${code}::text
      union
      select part ->> 'code' from snapshot cross join jsonb_array_elements(places) as part
        join inside on part ->> 'within' = inside.code
      where site_id = ${siteId} and epoch = ${epoch}
    ) select code from inside)`,
  german: (code) => sql`german >= ${levels.indexOf(code)}`,
  availability: (code) => sql`${code} = any(availability)`,
  education: (code) => sql`education = ${code}`,
  experience: (code) => sql`experience = ${code}`,
  licence: (code) => sql`${code} = any(licences)`,
  gender: (code) => sql`gender = ${code}`,
  age: (code) => sql`age_band = ${code}`,
};
const levels: readonly string[] = germanLevels;

/** The true count of a cell and the sum of its people's record keys, not reduced: for comparison, never to be shown. */
export async function countPeople(db: Db, of: CellOfEpoch): Promise<{ count: number; keySum: bigint }> {
  const { count, key_sum } = await db
    .selectFrom(membersQuery(db, of).as('member'))
    .select([
      sql<number>`count(*)::int`.as('count'),
      // As text: a sum of 64-bit keys is exact in numeric, not in a JavaScript number.
      sql<string>`coalesce(sum(record_key), 0)::text`.as('key_sum'),
    ])
    .executeTakeFirstOrThrow();
  return { count, keySum: BigInt(key_sum) };
}

/** How many people are in a cell without facts in one of two epochs or in both, and not in both epochs as they were. */
export async function countChanged(db: Db, of: CellOfEpoch, baseEpoch: number): Promise<number> {
  const [now, before] = [of, { ...of, epoch: baseEpoch }];
  const members = membersQuery(db, now).clearSelect().select('person_key');
  const earlier = membersQuery(db, before).clearSelect().select('person_key');
  const stateIn = ({ siteId, epoch }: CellOfEpoch) => sql`(
    select jsonb_build_array(occupations, place, german, availability, education, experience, licences, gender, age_band,
      in_pool, in_coverage)
    from snapshot_person where site_id = ${siteId} and epoch = ${epoch} and person_key = member.person_key)`;
  const { changed } = await db
    .selectFrom(members.union(earlier).as('member'))
    .select(sql<number>`count(*)::int`.as('changed'))
    .where(sql<boolean>`${stateIn(now)} is distinct from ${stateIn(before)}`)
    .executeTakeFirstOrThrow();
  return changed;
}
