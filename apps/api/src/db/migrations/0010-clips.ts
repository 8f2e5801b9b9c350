import { type Kysely, sql } from 'kysely';

/** Recordings of texts, for people who read little; the bytes lie here too, so that a backup has all of them. */
export async function clips(db: Kysely<unknown>): Promise<void> {
  // Of one text there is at most one clip that people hear, and one that waits to be listened to. Who uploaded it has no
  // foreign key: the clip stays when the account is gone.
  await sql`
    create table clip (
      site_id text not null references site,
      language text not null,
      text_key text not null,
      state text not null check (state in ('draft', 'published')),
      sha256 text not null,
      type text not null,
      size int not null,
      milliseconds int not null,
      words text not null,
      bytes bytea not null,
      staff_id text not null,
      uploaded_at timestamptz not null default now(),
      primary key (site_id, language, text_key, state)
    )`.execute(db);
  // Sound is compressed already: trying again would only cost time at each reading.
  await sql`alter table clip alter column bytes set storage external`.execute(db);

  await sql`alter table audit_event add column about text`.execute(db);
}
