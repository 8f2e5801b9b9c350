import { type Kysely, sql } from 'kysely';

/** What the pool publishes and who asks: finer epochs, published cells, organisations, tokens, the log of questions. */
export async function pool(db: Kysely<unknown>): Promise<void> {
  // People of earlier epochs lack what an epoch now holds. They are published again with the next one.
  await sql`delete from snapshot`.execute(db);

  // An epoch is being written until it is published; nobody counts it before. `revision` grows when somebody is taken out
  // of a published epoch.
  await sql`
    alter table snapshot
      add column state text not null default 'writing' check (state in ('writing', 'published')),
      add column places jsonb not null default '[]',
      add column revision int not null default 0`.execute(db);

  // person_key is the same in every epoch, so that two epochs can be compared; the key that makes it from the id of a
  // response is not in the database, so there is no way back. record_key changes with the epoch.
  await sql`
    alter table snapshot_person
      drop column occupation,
      drop column district,
      drop column availability,
      add column person_key bigint not null,
      add column occupations text[] not null,
      add column place text,
      add column availability text[] not null,
      add column education text,
      add column experience text,
      add column licences text[] not null`.execute(db);
  await sql`create index snapshot_person_by_key on snapshot_person (site_id, epoch, person_key)`.execute(db);

  // A publication under way. `read_to` says up to which response, so that an interrupted one goes on there; it is gone when
  // the epoch is published, and with it every id of a response.
  await sql`
    create table publication (
      site_id text not null,
      epoch int not null,
      started_at timestamptz not null default now(),
      expected int not null,
      done int not null default 0,
      read_to uuid,
      is_read boolean not null default false,
      primary key (site_id, epoch),
      foreign key (site_id, epoch) references snapshot on delete cascade
    )`.execute(db);

  // On disk, rows lie in the order of writing. Written as they are read, people would lie in the order in which they
  // started, beside their responses; so they wait here until all are known, and are then written by their keys.
  await sql`create table waiting_person (like snapshot_person)`.execute(db);

  // One answer of one cell, written once for each epoch. `base_epoch` is the epoch it was computed from: it is carried
  // along until enough people came or went. `gone` counts those of its base who were erased since, without naming them.
  await sql`
    create table published_cell (
      site_id text not null,
      epoch int not null,
      cell text not null,
      base_epoch int not null,
      count int,
      is_base boolean not null,
      gone int not null default 0,
      primary key (site_id, epoch, cell),
      foreign key (site_id, epoch) references snapshot on delete cascade
    )`.execute(db);

  await sql`
    create table organisation (
      site_id text not null references site,
      organisation_id uuid not null,
      name text not null,
      primary key (site_id, organisation_id),
      unique (site_id, name)
    )`.execute(db);
  await sql`
    alter table membership
      add column organisation_id uuid,
      add foreign key (site_id, organisation_id) references organisation`.execute(db);

  // A secret of 256 random bits needs no slow hash; who reads the table still learns no secret.
  await sql`
    create table api_token (
      site_id text not null references site,
      token_id uuid not null,
      secret_hash text not null,
      staff_id text not null references staff on delete cascade,
      organisation text not null,
      name text not null,
      scopes jsonb not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      last_used_at timestamptz,
      primary key (site_id, token_id)
    )`.execute(db);
  await sql`create index api_token_by_secret on api_token (secret_hash)`.execute(db);

  // Who asked what, never what was true. `cells` are the cells that this question was the first of its account to see.
  await sql`
    create table pool_question (
      site_id text not null references site,
      id uuid not null,
      asked_at timestamptz not null default now(),
      organisation text not null,
      staff_id text not null,
      epoch int not null,
      question text not null,
      cells jsonb not null,
      outcome text not null,
      repeated boolean not null,
      primary key (site_id, id)
    )`.execute(db);
  await sql`
    create index pool_question_by_asker on pool_question (site_id, epoch, organisation, staff_id, question)`.execute(
    db,
  );
  await sql`
    create table pool_alarm (
      site_id text not null references site,
      id uuid not null,
      at timestamptz not null default now(),
      epoch int not null,
      organisation text not null,
      kind text not null,
      accounts jsonb not null,
      questions int not null,
      primary key (site_id, id),
      unique (site_id, epoch, organisation, kind)
    )`.execute(db);
  await sql`
    create table saved_search (
      site_id text not null references site,
      id uuid not null,
      staff_id text not null references staff on delete cascade,
      name text not null,
      question text not null,
      saved_at timestamptz not null default now(),
      primary key (site_id, id)
    )`.execute(db);
}
