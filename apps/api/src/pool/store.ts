import type { Cell } from '@kannwas/disclosure/index';
import type { Grouping } from '@kannwas/schema/pool/grammar';
import type { Availability, GermanLevel } from '@kannwas/schema/snapshots';
import { germanLevels } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** Who is counted: people who consented to the pool, or people who consented to statistics. */
export type Counted = 'in_pool' | 'in_coverage';

/** Conditions joined by AND, one code each. */
export type Conditions = {
  occupation?: string | undefined;
  district?: string | undefined;
  german?: GermanLevel | undefined;
  availability?: Availability | undefined;
};

export type Question = {
  siteId: string;
  epoch: number;
  counted: Counted;
  where: Conditions;
  by: readonly Grouping[];
};

/** The one statement that counts people: how many, and the sum of their record keys, for each cell that has any. */
export function countPeopleQuery(db: Db, { siteId, epoch, counted, where, by }: Question) {
  const { occupation, district, german, availability } = where;
  return (
    db
      .selectFrom('snapshot_person')
      .select([...by])
      .select([
        sql<number>`count(*)::int`.as('count'),
        // As text: a sum of 64-bit keys is exact in numeric, not in a JavaScript number.
        sql<string>`coalesce(sum(record_key), 0)::text`.as('key_sum'),
      ])
      .where('site_id', '=', siteId)
      .where('epoch', '=', epoch)
      .where(counted, '=', true)
      .$if(occupation !== undefined, (query) => query.where('occupation', '=', occupation ?? ''))
      .$if(district !== undefined, (query) => query.where('district', '=', district ?? ''))
      // "At least none" is everybody, also those whose level nobody knows.
      .$if(german !== undefined && german !== 'none', (query) =>
        query.where('german', '>=', germanLevels.indexOf(german ?? 'none')),
      )
      .$if(availability !== undefined, (query) =>
        query.where(sql<boolean>`availability @> ${JSON.stringify([availability])}::jsonb`),
      )
      .$if(by.length > 0, (query) => query.groupBy([...by]))
  );
}

export type CountedCell = { [G in Grouping]?: string | null } & { cell: Cell };

/** True counts: for `protect` and nobody else. Without grouping there is exactly one cell. */
export async function countPeople(db: Db, question: Question): Promise<CountedCell[]> {
  const rows = await countPeopleQuery(db, question).execute();
  return rows.map(({ count, key_sum, ...codes }) => ({ ...codes, cell: { count, keySum: BigInt(key_sum) } }));
}
