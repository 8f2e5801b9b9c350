import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../db/database.ts';
import type { PartKind } from '../../db/imported.ts';
import type { Kept, List } from './lists.ts';

type PartOf<State extends string> = {
  part_id: number;
  kind: PartKind;
  language: string;
  version: string;
  file_hash: string;
  state: State;
  rows_kept: number;
};
export type Part = PartOf<'staged' | 'current' | 'replaced'>;
export type NewPart = Pick<Part, 'kind' | 'language' | 'version' | 'file_hash'> & { file_name: string };
export type NumberedRow = Kept & { row: number };

/** The table that holds the rows of each kind of list. */
const tables = {
  groups: 'esco_group',
  occupations: 'esco_occupation',
  skills: 'esco_skill',
  relations: 'esco_relation',
  kldb: 'esco_kldb',
} as const satisfies Record<PartKind, keyof Database>;

/** Everything that was ever imported and is still here. */
export async function listParts(db: Db): Promise<Part[]> {
  return db
    .selectFrom('esco_part')
    .select(['part_id', 'kind', 'language', 'version', 'file_hash', 'state', 'rows_kept'])
    .orderBy('part_id')
    .execute();
}

/** Starts a part, which nobody sees yet; whoever imports holds the only import there is. */
export async function startPart(db: Db, part: NewPart): Promise<Part> {
  return db
    .insertInto('esco_part')
    .values({
      ...part,
      part_id: sql<number>`(select coalesce(max(part_id), 0) + 1 from esco_part)`,
      imported_at: null,
    })
    .returning(['part_id', 'kind', 'language', 'version', 'file_hash', 'state', 'rows_kept'])
    .executeTakeFirstOrThrow();
}

/** Keeps rows of a staged part and, in the same step, up to which row it is kept. */
export async function keepRows(db: Db, part: Part, list: List, rows: readonly NumberedRow[]): Promise<void> {
  const upTo = rows.at(-1)?.row;
  if (upTo === undefined) return;
  const columns = list.columns.map((column) => sql.ref(column));
  const own = rows.map(({ row, columns: said }) => ({ row, ...said }));
  const labels = rows.flatMap(({ row, labels: its }) =>
    its.map((label, place) => ({ row, place, ...label })),
  );
  await db.transaction().execute(async (tx) => {
    await sql`
      insert into ${sql.table(tables[part.kind])} (part_id, row, ${sql.join(columns)})
      select ${part.part_id}::int, row, ${sql.join(columns)}
      from jsonb_to_recordset(${JSON.stringify(own)}::jsonb)
        as said (row int, ${sql.join(columns.map((column) => sql`${column} text`))})`.execute(tx);
    if (labels.length > 0) {
      await sql`
        insert into esco_label (part_id, row, place, kind, text)
        select ${part.part_id}::int, row, place, kind, text
        from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
          as label (row int, place int, kind text, text text)`.execute(tx);
    }
    await tx
      .updateTable('esco_part')
      .set({ rows_kept: upTo })
      .where('part_id', '=', part.part_id)
      .executeTakeFirstOrThrow();
  });
}

/** Rows that say again what an earlier row of the same part was about; each with that earlier one. */
export async function findDoubles(db: Db, part: Part, list: List, most: number) {
  const { rows } = await sql<{ row: number; first: number; count: number }>`
    select row, first, count(*) over ()::int as count
    from (
      select row, min(row) over (partition by ${sql.join(list.key.map((column) => sql.ref(column)))}) as first
      from ${sql.table(tables[part.kind])} where part_id = ${part.part_id}
    ) as numbered
    where row > first order by row limit ${most}`.execute(db);
  return rows;
}

/** How a staged part differs from the one in use, in rows. */
export type Difference = { fresh: number; changed: number; same: number; gone: number };

/** Compares a staged part with the one in use by what its rows are about, wherever in the file they stand. */
export async function compareParts(db: Db, list: List, staged: Part, current: Part): Promise<Difference> {
  const said = (part: Part) => sql`
    select ${sql.join(list.key.map((column) => sql.ref(column)))},
      (to_jsonb(t) - 'part_id' - 'row')::text || coalesce(labels, '') as said
    from ${sql.table(tables[list.kind])} as t
    left join (
      select row, string_agg(kind || ' ' || text, e'\n' order by kind, text) as labels
      from esco_label where part_id = ${part.part_id} group by row
    ) as l using (row)
    where part_id = ${part.part_id}`;
  const { rows } = await sql<Difference>`
    select
      (count(*) filter (where before.said is null))::int as fresh,
      (count(*) filter (where after.said is null))::int as gone,
      (count(*) filter (where before.said = after.said))::int as same,
      (count(*) filter (where before.said <> after.said))::int as changed
    from (${said(staged)}) as after
    full join (${said(current)}) as before using (${sql.join(list.key.map((column) => sql.ref(column)))})`.execute(
    db,
  );
  return rows[0] ?? { fresh: 0, changed: 0, same: 0, gone: 0 };
}

/** Rows of a list of relations whose occupation is in none of these or the current parts. */
export async function countUnknownOccupations(db: Db, relations: Part, staged: readonly Part[]) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from esco_relation as r
    where part_id = ${relations.part_id} and not exists (
      select from esco_occupation as o join esco_part as p using (part_id)
      where o.occupation = r.occupation
        and (p.state = 'current' or p.part_id in (${sql.join([-1, ...staged.map(({ part_id }) => part_id)])})))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Puts staged parts in the place of those in use, all in one step: a reader sees either the old or the new. */
export async function makeCurrent(db: Db, parts: readonly Part[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { part_id, kind, language } of parts) {
      await tx
        .updateTable('esco_part')
        .set({ state: 'replaced' })
        .where('state', '=', 'current')
        .where('kind', '=', kind)
        .where('language', '=', language)
        .execute();
      await tx
        .updateTable('esco_part')
        .set({ state: 'current', imported_at: new Date() })
        .where('part_id', '=', part_id)
        .where('state', '=', 'staged')
        .executeTakeFirstOrThrow();
    }
  });
}

/** Removes what nobody sees: replaced parts, and staged ones that are not to be gone on with. */
export async function sweepParts(db: Db, goingOn: readonly Part[] = []): Promise<void> {
  const kept = new Set(goingOn.map(({ part_id }) => part_id));
  for (const { part_id, kind, state } of await listParts(db)) {
    if (state === 'current' || kept.has(part_id)) continue;
    await db.transaction().execute((tx) => removePart(tx, part_id, kind));
  }
}

async function removePart(tx: Tx, partId: number, kind: PartKind): Promise<void> {
  await tx.deleteFrom('esco_label').where('part_id', '=', partId).execute();
  await sql`delete from ${sql.table(tables[kind])} where part_id = ${partId}`.execute(tx);
  await tx.deleteFrom('esco_part').where('part_id', '=', partId).execute();
}

/** Lets the database count its rows anew, so that it finds the quick way to them. */
export async function countAnew(db: Db): Promise<void> {
  for (const table of [...Object.values(tables), 'esco_label'])
    await sql`analyze ${sql.table(table)}`.execute(db);
}
