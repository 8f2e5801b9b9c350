import type { Db } from '@kannwas/api/db/database';
import { sql } from 'kysely';

/** Our tables, by name. */
async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely_%'
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Every table with the number and the content of its rows. */
export async function sumsOf(db: Db): Promise<string[]> {
  const sums: string[] = [];
  for (const name of await listTables(db)) {
    const { rows } = await sql<{ sum: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum
      from ${sql.table(name)} t`.execute(db);
    sums.push(`${name} ${rows[0]?.sum}`);
  }
  return sums;
}

/** The tables in which one of these texts stands, in whatever case it is written. */
export async function tablesWith(db: Db, ...texts: string[]): Promise<string[]> {
  const patterns = JSON.stringify(texts.map((text) => `%${text}%`));
  const found: string[] = [];
  for (const name of await listTables(db)) {
    const { rows } = await sql`
      select 1 from ${sql.table(name)} t
      where t::text ilike any (array(select jsonb_array_elements_text(${patterns}::jsonb))) limit 1`.execute(
      db,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
