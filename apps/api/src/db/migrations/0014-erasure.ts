import { type Kysely, sql } from 'kysely';

/** What people need to be the masters of what is kept about them: a key of their own, and a way to go. */
export async function erasure(db: Kysely<unknown>): Promise<void> {
  // Whatever is sealed for a person opens with this key alone, and it goes with the response: then backups hold nothing
  // of them that can be read (decision 0026). It is wrapped with a key that is not in the database.
  await sql`
    create table person_key (
      site_id text not null,
      response_id uuid not null,
      key_id uuid not null,
      wrapped bytea not null,
      primary key (site_id, response_id),
      foreign key (site_id, response_id) references response on delete cascade
    )`.execute(db);

  // Name, phone, and e-mail, sealed; apart from the answers, so that no way leads from one to the other by accident.
  await sql`
    create table contact (
      site_id text not null,
      response_id uuid not null,
      sealed bytea not null,
      changed_at timestamptz not null default now(),
      primary key (site_id, response_id),
      foreign key (site_id, response_id) references response on delete cascade
    )`.execute(db);

  // No response id on purpose. The key that was destroyed is named, so that a backup can tell it from one it never had.
  await sql`
    create table erasure (
      site_id text not null references site,
      number text not null,
      erased_at timestamptz not null,
      key_id uuid,
      primary key (site_id, number)
    )`.execute(db);

  // Whoever is erased while an epoch is being written must not come back with it: forgotten when it is published.
  await sql`
    create table erased_person (
      site_id text not null references site,
      person_key bigint not null,
      primary key (site_id, person_key)
    )`.execute(db);

  // A person asks who looked at their answers.
  await sql`create index audit_event_of on audit_event (site_id, response_id, id)`.execute(db);
}
