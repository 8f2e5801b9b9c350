import type { GroupSkill } from '@kannwas/schema/esco';
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { GroupLabel } from './words.ts';

/**
 * The unit group of each occupation, from the newest version that knows it: lists of several versions may be in use side by
 * side, since the newest does not speak every language.
 */
const placed = sql`
  select distinct on (o.occupation) o.occupation, o.unit_group
  from esco_occupation as o join esco_part as p using (part_id)
  where p.state = 'current'
  order by o.occupation, string_to_array(nullif(p.version, ''), '.')::int[] desc nulls last, p.part_id desc`;

/** Stands for everything that the words of a language are made from; changes with each import of it. */
export async function findMark(db: Db, language: string): Promise<string> {
  const parts = await db
    .selectFrom('esco_part')
    .select(['file_hash'])
    .where('state', '=', 'current')
    .where((is) => is.or([is('kind', '=', 'occupations'), is('language', 'in', [language, ''])]))
    .orderBy('part_id')
    .execute();
  return parts.map(({ file_hash }) => file_hash).join(' ');
}

/** Every imported label of a language with its unit group, those that say most first. German has those of the KldB, too. */
export async function listGroupLabels(db: Db, language: string): Promise<GroupLabel[]> {
  const { rows } = await sql<GroupLabel>`
    with placed as materialized (${placed}),
    part as (
      select part_id, kind from esco_part
      where state = 'current' and (language = ${language} or kind = 'kldb' and ${language === 'de'})
    )
    select unit_group as "unitGroup", text from (
      select g.code as unit_group, l.text, 0 as place, l.row
      from part join esco_group as g using (part_id) join esco_label as l using (part_id, row)
      where length(g.code) = 4
      union all
      select placed.unit_group, l.text, 1 + l.place, l.row
      from part join esco_occupation as o using (part_id) join esco_label as l using (part_id, row)
      join placed on placed.occupation = o.occupation
      union all
      select coalesce(placed.unit_group, substr(k.concept, 2)), k.label, 3, k.row
      from part join esco_kldb as k using (part_id) left join placed on placed.occupation = k.concept
      where k.relation <> 'broadMatch' and (placed.unit_group is not null or k.concept ~ '^C\\d{4}$')
    ) as label
    order by place, row`.execute(db);
  return rows;
}

/** So many are enough for an interview; the rest is needed by few of the occupations. */
const mostSkills = 40;

/** The skills of the occupations in a unit group, named in the language, else in English, else in any. */
export async function listGroupSkills(
  db: Db,
  unitGroup: string,
  language: string,
): Promise<{ occupations: number; skills: GroupSkill[] }> {
  const { rows } = await sql<GroupSkill & { occupations: number }>`
    with placed as materialized (${placed}),
    mine as (select occupation from placed where unit_group = ${unitGroup}),
    counted as (
      select r.skill,
        (count(*) filter (where r.relation = 'essential'))::int as essential,
        (count(*) filter (where r.relation = 'optional'))::int as optional
      from mine join esco_relation as r using (occupation) join esco_part as p using (part_id)
      where p.state = 'current'
      group by r.skill
    )
    select named.name, named.language, named.kind, essential, optional,
      (select count(*) from mine)::int as occupations
    from counted
    cross join lateral (
      select l.text as name, p.language,
        case s.type when 'knowledge' then 'knowledge' when 'skill/competence' then 'skill' end as kind
      from esco_skill as s join esco_part as p using (part_id) join esco_label as l using (part_id, row)
      where s.skill = counted.skill and p.state = 'current' and l.kind = 'preferred'
      order by (p.language = ${language}) desc, (p.language = 'en') desc, p.language
      limit 1
    ) as named
    order by essential desc, optional desc, named.name
    limit ${mostSkills}`.execute(db);
  return {
    occupations: rows[0]?.occupations ?? 0,
    skills: rows.map(({ occupations: _, ...skill }) => skill),
  };
}
