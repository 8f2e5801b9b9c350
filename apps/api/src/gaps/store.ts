import type { Demand, Denominator, NewDemand } from '@kannwas/schema/gaps';
import { Demand as DemandSchema, NewDemand as NewDemandSchema } from '@kannwas/schema/gaps';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** The registered newcomers of the districts, as far as somebody typed them in. */
export async function listDenominators(db: Db, siteId: string): Promise<Denominator[]> {
  return db
    .selectFrom('denominator')
    .select(['district', 'registered', 'as_of as asOf'])
    .where('site_id', '=', siteId)
    .orderBy('district')
    .execute();
}

/** Keeps denominators, each district at most once; those of other districts stay. */
export async function saveDenominators(
  db: Db,
  siteId: string,
  denominators: readonly Denominator[],
): Promise<void> {
  await db
    .insertInto('denominator')
    .values(denominators.map(({ asOf, ...columns }) => ({ site_id: siteId, as_of: asOf, ...columns })))
    .onConflict((already) =>
      already.columns(['site_id', 'district']).doUpdateSet(({ ref }) => ({
        registered: ref('excluded.registered'),
        as_of: ref('excluded.as_of'),
      })),
    )
    .execute();
}

/** Whose demand: somebody of the staff, and whether they see that of others too. */
export type Reach = { siteId: string; staffId: string; all: boolean };

/** Demand of a site, by occupation group and district. */
export async function listDemand(db: Db, { siteId, staffId, all }: Reach): Promise<Demand[]> {
  const rows = await demandOf(db, siteId)
    .$if(!all, (query) => query.where('staff_id', '=', staffId))
    .orderBy('occupation')
    .orderBy('district')
    .orderBy('id')
    .execute();
  return rows.map((row) => toDemand(row, staffId));
}

/**
 * Adds a row of demand; sending the same one again changes nothing.
 * @throws ProblemError replayedWithOtherContent when the id has another content, or belongs to somebody else
 */
export async function addDemand(db: Db, { siteId, staffId }: Reach, demand: NewDemand): Promise<Demand> {
  const { from, until, ...columns } = demand;
  await db
    .insertInto('demand')
    .values({ site_id: siteId, staff_id: staffId, from_day: from, until_day: until, ...columns })
    .onConflict((already) => already.columns(['site_id', 'id']).doNothing())
    .execute();
  const row = await demandOf(db, siteId).where('id', '=', demand.id).executeTakeFirstOrThrow();
  const { mine, ...kept } = toDemand(row, staffId);
  const essence = (content: NewDemand) => JSON.stringify(NewDemandSchema.parse(content));
  if (!mine || essence(kept) !== essence(demand)) throw new ProblemError('replayedWithOtherContent');
  return { ...kept, mine };
}

/** Removes a row of demand. @throws ProblemError notFound, also for a row of somebody else that is out of reach */
export async function removeDemand(db: Db, { siteId, staffId, all }: Reach, id: string): Promise<void> {
  const removed = await db
    .deleteFrom('demand')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .$if(!all, (query) => query.where('staff_id', '=', staffId))
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new ProblemError('notFound');
}

/**
 * How many people are wanted now or later, and by whom, by occupation group and district. What has passed is no demand.
 */
export async function sumDemand(db: Db, siteId: string) {
  return db
    .selectFrom('demand')
    .select(['occupation', 'district', sql<number>`sum(number)::int`.as('number')])
    .select(sql<string[]>`array_agg(distinct lower(source))`.as('sources'))
    .where('site_id', '=', siteId)
    .where(sql<boolean>`coalesce(until_day, current_date) >= current_date`)
    .groupBy(['occupation', 'district'])
    .execute();
}

function demandOf(db: Db, siteId: string) {
  return db.selectFrom('demand').selectAll().where('site_id', '=', siteId);
}

type Row = Awaited<ReturnType<ReturnType<typeof demandOf>['executeTakeFirstOrThrow']>>;

function toDemand({ site_id, staff_id, from_day, until_day, ...columns }: Row, staffId: string): Demand {
  return DemandSchema.parse({ ...columns, from: from_day, until: until_day, mine: staff_id === staffId });
}
