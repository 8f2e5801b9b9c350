import type { Place } from '@kannwas/schema/pool/table';
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';

/** An epoch whose people are counted. */
export type Counted = { siteId: string; epoch: number };

/** The geography of an epoch, how many people it holds, and how often somebody was taken out of it. */
export async function findEpoch(
  db: Db,
  { siteId, epoch }: Counted,
): Promise<{ places: Place[]; revision: number; people: number } | undefined> {
  const found = await db
    .selectFrom('snapshot')
    .select(['places', 'revision'])
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  if (!found) return undefined;
  const { people } = await db
    .selectFrom('snapshot_person')
    .select(sql<number>`count(*)::int`.as('people'))
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow();
  return { ...found, people };
}

/**
 * The next people of an epoch in the order of their keys, one on each line: key, record key, occupations, place, and the
 * flat facts, with tabs between. One text for thousands of people costs either driver far less than as many rows.
 * @param after the key of the last person so far
 * @returns undefined after the last person
 */
export async function readPeople(
  db: Db,
  { siteId, epoch }: Counted,
  { after, most }: { after: string | undefined; most: number },
): Promise<{ lines: string; last: string } | undefined> {
  const people = db
    .selectFrom('snapshot_person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('epoch', '=', epoch)
    .$if(after !== undefined, (query) => query.where('person_key', '>', after ?? ''))
    .orderBy('person_key')
    .limit(most);
  const read = await db
    .selectFrom(people.as('person'))
    .select([
      sql<string | null>`string_agg(concat(
        person_key, e'\t', record_key, e'\t', array_to_string(occupations, ','), e'\t', place, e'\t',
        german, ' ', array_to_string(availability, ','), ' ', education, ' ', experience, ' ',
        array_to_string(licences, ','), ' ', gender, ' ', age_band, ' ', in_pool::int, ' ', in_coverage::int
      ), e'\n')`.as('lines'),
      sql<string | null>`max(person_key)::text`.as('last'),
    ])
    .executeTakeFirstOrThrow();
  const { lines, last } = read;
  return lines === null || last === null ? undefined : { lines, last };
}
