import type { Place } from '@kannwas/schema/pool/table';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Reading } from '../../db/open.ts';

/** An epoch whose people are counted, or only some of them. */
export type Counted = { siteId: string; epoch: number; only?: RawBuilder<boolean> };

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

/** So many people come at a time without COPY: some ten milliseconds of work, so that others are served in between. */
const batch = 5_000;

/**
 * Everybody of an epoch in no particular order, one on each line, with tabs between: person key, record key,
 * occupations, place, German (0 to 5), availability, education, experience, licences, gender, age band, pool, coverage.
 * Several codes have commas between them; nothing stands for unknown.
 * @returns pieces of text that may end anywhere
 */
export async function* readPeople({ db, copyOut }: Reading, counted: Counted): AsyncGenerator<string> {
  const { siteId, epoch, only } = counted;
  // COPY takes no parameters, and some people are soon read without it.
  if (copyOut && !only) {
    const people = sql`select ${columns} from snapshot_person
      where site_id = ${sql.lit(siteId)} and epoch = ${sql.lit(epoch)}`;
    for await (const piece of copyOut(people.compile(db).sql)) yield piece.toString('latin1');
    return;
  }
  for (let after: string | null = null; ; ) {
    const read: { lines: string | null; last: string | null } = await readBatch(db, counted, after);
    if (read.lines === null) return;
    yield `${read.lines}\n`;
    after = read.last;
  }
}

const columns = sql`person_key, record_key, array_to_string(occupations, ','), place, german,
  array_to_string(availability, ','), education, experience, array_to_string(licences, ','), gender, age_band,
  in_pool::int, in_coverage::int`;

/** One text for thousands of people costs either driver far less than as many rows. */
async function readBatch(db: Db, { siteId, epoch, only }: Counted, after: string | null) {
  const { rows } = await sql<{ lines: string | null; last: string | null }>`
    with person as (
      select * from snapshot_person
      where site_id = ${siteId} and epoch = ${epoch}
        and (${after}::bigint is null or person_key > ${after}::bigint) and ${only ?? sql`true`}
      order by person_key limit ${batch}
    ), line as (select person_key, concat_ws(e'\t', ${columnsWithoutNull}) as line from person)
    select string_agg(line, e'\n') as lines, max(person_key)::text as last from line`.execute(db);
  return rows[0] ?? { lines: null, last: null };
}

/** `concat_ws` leaves out what is null, and the tab with it. */
const columnsWithoutNull = sql`person_key, record_key, array_to_string(occupations, ','), coalesce(place, ''),
  coalesce(german::text, ''), array_to_string(availability, ','), coalesce(education, ''), coalesce(experience, ''),
  array_to_string(licences, ','), coalesce(gender, ''), coalesce(age_band, ''), in_pool::int, in_coverage::int`;
