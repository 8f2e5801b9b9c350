import { type Kysely, sql } from 'kysely';

/**
 * Who answers questions of the pool reads published epochs and nothing else: neither answers nor accounts, and nothing can
 * be changed. The role belongs to the whole server, so it may be there already; where we may not create it, the
 * administrator does.
 */
export async function poolRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      create role kannwas_pool nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'Kannwas needs a database role that it may not create itself. Let the administrator of the database run: create role kannwas_pool; grant kannwas_pool to %;', current_user;
    end $$`.execute(db);
  await sql`
    do $$
    begin
      if not pg_has_role(current_user, 'kannwas_pool', 'member') then
        execute format('grant kannwas_pool to %I', current_user);
      end if;
    end $$`.execute(db);
  await sql`grant usage on schema public to kannwas_pool`.execute(db);
  await sql`grant select on snapshot, snapshot_person, published_cell to kannwas_pool`.execute(db);
}
