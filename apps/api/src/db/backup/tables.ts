import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** A table of ours. */
export type Table = {
  table: string;
  /** Files lie in it. */
  holdsFiles: boolean;
  /** Each of its rows belongs to one person and goes with their response. */
  isPersons: boolean;
};

/** Our tables, each after those that it refers to. The keys of people are not among them: they lie in a file of their own. */
export async function tablesInOrder(db: Db): Promise<Table[]> {
  const { rows } = await sql<{ name: string; refers: string[] } & Omit<Table, 'table'>>`
    select t.relname as name,
      exists (
        select from pg_attribute a where a.attrelid = t.oid and a.atttypid = 'bytea'::regtype
      ) as "holdsFiles",
      t.relname = 'response' or 'response' = any(array_agg(r.relname)) and exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'response_id' and a.attnotnull
      ) as "isPersons",
      coalesce(json_agg(r.relname) filter (where r.relname is not null), '[]') as refers
    from pg_class t
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
    left join pg_class r on r.oid = c.confrelid and r.oid <> t.oid
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely_%'
      and t.relname <> 'person_key'
    group by t.oid, t.relname order by t.relname`.execute(db);
  const ordered = new Map<string, Table>();
  while (ordered.size < rows.length) {
    const next = rows.find(
      ({ name, refers }) => !ordered.has(name) && refers.every((other) => ordered.has(other)),
    );
    if (!next) throw new Error('Tables refer to each other in a circle.');
    const { name, holdsFiles, isPersons } = next;
    ordered.set(name, { table: name, holdsFiles, isPersons });
  }
  return [...ordered.values()];
}
