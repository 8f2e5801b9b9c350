import type { Layers } from '@kannwas/disclosure/layers';
import { type MixedFact, mixedFacts, mixing } from '@kannwas/disclosure/mixing';
import { type RawBuilder, sql } from 'kysely';

const columns = {
  german: 'german',
  availability: 'availability',
  education: 'education',
  experience: 'experience',
  licences: 'licences',
  gender: 'gender',
  ageBand: 'age_band',
} as const satisfies Record<MixedFact, string>;

/** What people show of each fact that is mixed, as the columns of an insert, their values, and the joins they come from. */
export type Mixing = {
  columns: RawBuilder<unknown>;
  values: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
};

/**
 * Mixes the facts of those who wait as `mixed` in packages/disclosure says, by their keys, so that a person is mixed in
 * the same way in every epoch. Who is not in the pool has no facts that anybody could ask for, and stands aside.
 * @param layers only tests leave facts as they are
 */
export function mixedIn(
  { siteId, epoch }: { siteId: string; epoch: number },
  layers: Pick<Layers, 'mixing'>,
): Mixing {
  const named = mixedFacts.map((fact, nth) => ({
    column: sql.ref(columns[fact]),
    circle: sql.ref(`circle_${columns[fact]}`),
    share: layers.mixing ? mixing.share : 0,
    shift: nth * 8,
  }));
  return {
    columns: sql.join(named.map(({ column }) => column)),
    values: sql.join(
      named.map(
        ({ column, circle }) =>
          sql`case when ${circle}.person_key is null then waiting.${column} else ${circle}.shown end`,
      ),
    ),
    joins: sql.join(
      named.map(
        ({ column, circle, share, shift }) => sql`left join (
          select person_key,
            case when lead(person_key) over round is null then first_value(${column}) over round
              else lead(${column}) over round end as shown
          from waiting_person
          where site_id = ${siteId} and epoch = ${epoch} and in_pool
            and (person_key >> ${sql.lit(shift)}) & 255 < ${sql.lit(share)}
          window round as (order by coalesce(left(occupations[1], 1), '') collate "C", person_key
            rows between unbounded preceding and unbounded following)
        ) ${circle} using (person_key)`,
      ),
      sql` `,
    ),
  };
}
