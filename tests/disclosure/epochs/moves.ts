import { forgetPeople } from '@kannwas/api/snapshots/forget';
import { sql } from 'kysely';
import { moveInEach } from '../../support/crowd.ts';
import { answersOf } from '../answers.ts';
import type { Person } from '../population.ts';
import type { Instance } from '../town.ts';

/** People hand in, and are in the next epoch. @returns the ids of their responses */
export const join = ({ opened }: Instance, siteId: string, people: readonly Person[]): Promise<string[]> =>
  moveInEach(opened.db, people.map(answersOf), siteId);

/** People are no longer looked after: they are not in the next epoch. */
export async function leave({ opened }: Instance, siteId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update response set status = 'closed', changed_at = now()
    where site_id = ${siteId} and response_id = any(${ids}::uuid[])`.execute(opened.db);
}

/** Somebody says something else than before. */
export async function change(
  { opened }: Instance,
  siteId: string,
  id: string,
  person: Person,
): Promise<void> {
  await sql`
    update response set answers = ${JSON.stringify(answersOf(person))}::jsonb, changed_at = now()
    where site_id = ${siteId} and response_id = ${id}`.execute(opened.db);
}

/** Somebody wants to be erased, and is gone at once. */
export async function erase({ opened, secrets }: Instance, siteId: string, id: string): Promise<void> {
  await opened.db.transaction().execute(async (tx) => {
    await forgetPeople(tx, secrets, siteId, [id]);
    await sql`delete from response where site_id = ${siteId} and response_id = ${id}`.execute(tx);
  });
}
