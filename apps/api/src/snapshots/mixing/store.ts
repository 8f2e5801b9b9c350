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

/** The facts as columns of an insert, what people show of each, and the circle in which they stand. */
export type Mixing = {
  columns: RawBuilder<unknown>;
  values: RawBuilder<unknown>;
  window: RawBuilder<unknown>;
};

/**
 * Mixes the facts of those who wait as `mixed` in packages/disclosure says, by their keys, so that a person is mixed in
 * the same way in every epoch. Who is not in the pool has no facts that anybody could ask for, and stands aside.
 * @param layers only tests leave facts as they are
 */
export function mixedIn(layers: Pick<Layers, 'mixing'>): Mixing {
  const named = mixedFacts.map((fact, nth) => ({ column: sql.ref(columns[fact]), shift: nth * 8 }));
  const share = layers.mixing ? mixing.share : 0;
  return {
    columns: sql.join(named.map(({ column }) => column)),
    values: sql.join(
      named.map(
        ({ column, shift }) => sql`case
          when not in_pool or (person_key >> ${sql.lit(shift)}) & 255 >= ${sql.lit(share)} then ${column}
          when lead(person_key) over circle is null then first_value(${column}) over circle
          else lead(${column}) over circle end`,
      ),
    ),
    window: sql`circle as (partition by in_pool
      order by coalesce(left(occupations[1], 1), '') collate "C", person_key
      rows between unbounded preceding and unbounded following)`,
  };
}
