import { Contact } from '@kannwas/schema/survey/contact';
import { writeAudit } from '../../audit.ts';
import type { Db, Tx } from '../../db/database.ts';
import { findPersonKey, getPersonKey, type Person } from '../../db/person-keys.ts';
import { ProblemError } from '../../problem.ts';
import { seal, unseal } from '../../sealing.ts';
import type { Secrets } from '../../secrets.ts';
import { listConsents, lockOwn } from '../mine/store.ts';

/** What the sealed bytes belong to; they open for nobody else. */
const aboutOf = ({ siteId, responseId }: Person) => `contact ${siteId} ${responseId}`;

/**
 * Keeps how a person may be reached, sealed with their own key. Three empty lines take it away, whatever the consent.
 * @throws ProblemError wrongCode, invalid when the person has not said yes to being contacted
 */
export async function saveContact(
  db: Db,
  secrets: Secrets,
  person: Person,
  { codeHash, contact }: { codeHash: string; contact: Contact },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockOwn(tx, person, codeHash))) throw new ProblemError('wrongCode');
    await deleteContact(tx, person);
    if (Object.values(contact).every((line) => line === null)) return false;
    if (!(await listConsents(tx, person)).includes('consentContact')) {
      throw new ProblemError('invalid', [{ path: 'consentContact', code: 'missing' }]);
    }
    const key = await getPersonKey(tx, secrets, person);
    await tx
      .insertInto('contact')
      .values({
        site_id: person.siteId,
        response_id: person.responseId,
        sealed: seal(key, JSON.stringify(contact), aboutOf(person)),
        changed_at: new Date(),
      })
      .execute();
    return true;
  });
}

/** How a person may be reached; null when they did not say. */
export async function findContact(db: Db, secrets: Secrets, person: Person): Promise<Contact | null> {
  const row = await db
    .selectFrom('contact')
    .select('sealed')
    .where('site_id', '=', person.siteId)
    .where('response_id', '=', person.responseId)
    .executeTakeFirst();
  const key = row && (await findPersonKey(db, secrets, person));
  return key ? Contact.parse(JSON.parse(unseal(key, row.sealed, aboutOf(person)).toString())) : null;
}

/** Opens it for one of the staff, who is written down; nothing is opened without the consent to it. */
export async function openContact(
  db: Db,
  secrets: Secrets,
  person: Person,
  staffId: string,
): Promise<Contact | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await listConsents(tx, person)).includes('consentContact')) return null;
    const contact = await findContact(tx, secrets, person);
    if (contact) await writeAudit(tx, { ...person, staffId, action: 'interview.contact' });
    return contact;
  });
}

/** Takes it away. */
export async function deleteContact(tx: Tx, { siteId, responseId }: Person): Promise<void> {
  await tx
    .deleteFrom('contact')
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .execute();
}
