import { type Kysely, sql } from 'kysely';

/**
 * Reference data that an operator imports: the European classification of occupations and skills (ESCO), and the way from
 * it to the German KldB 2010. It adds search words and skills to our own catalogue and belongs to no site, so these tables
 * have no site_id; nobody's answers refer to them.
 */
export async function esco(db: Kysely<unknown>): Promise<void> {
  // One list of one file: the occupations in Arabic, for one. Its rows are written while it is `staged`, some at a time;
  // `rows_kept` says up to which row, so that an interrupted import goes on there. Then it becomes `current` in one step,
  // and the one before it `replaced`, which is swept away afterwards.
  await sql`
    create table esco_part (
      part_id int primary key,
      kind text not null check (kind in ('groups', 'occupations', 'skills', 'relations', 'kldb')),
      language text not null,
      version text not null,
      file_hash text not null,
      file_name text not null,
      state text not null default 'staged' check (state in ('staged', 'current', 'replaced')),
      rows_kept int not null default 0,
      started_at timestamptz not null default now(),
      imported_at timestamptz
    )`.execute(db);
  await sql`create unique index esco_part_current on esco_part (kind, language) where state = 'current'`.execute(
    db,
  );

  // Everything that a list says bears the row of the file that said it. Occupations and skills are named by the last part of
  // their address at data.europa.eu; they are not foreign keys, since lists of different versions stand side by side.
  await sql`
    create table esco_group (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      code text not null,
      primary key (part_id, row)
    )`.execute(db);
  await sql`
    create table esco_occupation (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      occupation text not null,
      unit_group text not null,
      code text,
      primary key (part_id, row)
    )`.execute(db);
  await sql`create index esco_occupation_by_group on esco_occupation (unit_group)`.execute(db);
  await sql`
    create table esco_skill (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      skill text not null,
      type text,
      reuse_level text,
      primary key (part_id, row)
    )`.execute(db);
  await sql`create index esco_skill_by_name on esco_skill (skill)`.execute(db);
  await sql`
    create table esco_label (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      place int not null,
      kind text not null check (kind in ('preferred', 'alt', 'hidden')),
      text text not null,
      primary key (part_id, row, place)
    )`.execute(db);
  await sql`
    create table esco_relation (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      occupation text not null,
      skill text not null,
      relation text not null check (relation in ('essential', 'optional')),
      primary key (part_id, row)
    )`.execute(db);
  await sql`create index esco_relation_by_occupation on esco_relation (occupation)`.execute(db);
  await sql`
    create table esco_kldb (
      part_id int not null references esco_part on delete cascade,
      row int not null,
      concept text not null,
      kldb text not null,
      title text not null,
      label text not null,
      relation text not null,
      primary key (part_id, row)
    )`.execute(db);
}
