import type { PoolDimension, PoolQuery } from '@kannwas/schema/pool/grammar';
import { germanLevels } from '@kannwas/schema/snapshots';
import type pg from 'pg';

/**
 * The same people in normalised tables with the indexes that a careful author would give them, and the plain question:
 * no protection, no margins, German not cumulated. This is what every town's own reporting would do.
 */
export async function normalise(client: pg.Client): Promise<void> {
  await client.query(`
    create unlogged table person as
      select row_number() over ()::int as id, place, left(place, 5) as kreis, german, education, experience, gender,
        age_band as age from snapshot_person where in_pool;
    create unlogged table person_occupation as
      select distinct id, code from (select row_number() over ()::int as id, occupations from snapshot_person where in_pool)
        as person cross join unnest(occupations) as code;
    create unlogged table person_availability as
      select id, code from (select row_number() over ()::int as id, availability from snapshot_person where in_pool)
        as person cross join unnest(availability) as code;
    create unlogged table person_licence as
      select id, code from (select row_number() over ()::int as id, licences from snapshot_person where in_pool)
        as person cross join unnest(licences) as code;
    alter table person add primary key (id);
    create index on person (place);
    create index on person (kreis, german);
    create index on person_occupation (code text_pattern_ops, id);
    create index on person_occupation (id);
    create index on person_availability (code, id);
    create index on person_licence (code, id);
    analyze person, person_occupation, person_availability, person_licence`);
}

const lists: Partial<Record<PoolDimension, string>> = {
  occupation: 'person_occupation',
  availability: 'person_availability',
  licence: 'person_licence',
};

/** The plain SQL of a question. */
export function plainSql({ by, ...where }: PoolQuery): { text: string; values: string[] } {
  const values: string[] = [];
  const value = (code: string) => `$${values.push(code)}`;
  const conditions = Object.entries(where).flatMap(([name, code]) => {
    if (code === undefined) return [];
    const list = lists[name as PoolDimension];
    if (name === 'occupation')
      return [
        `exists (select from person_occupation o where o.id = person.id and o.code like ${value(`${code}%`)})`,
      ];
    if (list) return [`exists (select from ${list} l where l.id = person.id and l.code = ${value(code)})`];
    if (name === 'german') return [`german >= ${levels.indexOf(code)}`];
    if (name !== 'place') return [`${name} = ${value(code)}`];
    return code.length === 2 ? [] : [`${code.length === 5 ? 'kreis' : 'place'} = ${value(code)}`];
  });
  const joins = by.flatMap((name) =>
    lists[name] ? [`join ${lists[name]} as by_${name} on by_${name}.id = person.id`] : [],
  );
  const groups = by.map((name) => {
    if (name === 'occupation') return 'left(by_occupation.code, 2)';
    if (name === 'place') return 'kreis';
    return lists[name] ? `by_${name}.code` : name;
  });
  const filter = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  if (groups.length === 0) return { text: `select count(*) from person ${filter}`, values };
  // Several occupations of a person may lie in one group; hashing pairs is faster than count(distinct), which sorts.
  const found = groups.map((group, i) => `${group} as g${i}`).join(', ');
  const distinct = by.includes('occupation') ? 'distinct' : '';
  const each = groups.map((_, i) => `g${i}`).join(', ');
  const text = `select ${each}, count(*) from (select ${distinct} ${found}, person.id from person ${joins.join(' ')} ${filter})
    as found group by ${each}`;
  return { text, values };
}
const levels: readonly string[] = germanLevels;
