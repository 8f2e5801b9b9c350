import { v7 } from 'uuid';
import type { Tx } from './db/database.ts';

/** What is written down: who of the staff looked at, closed, or opened again whose answers; who made or ended a token. */
export type AuditEvent = { siteId: string; staffId: string } & (
  | { action: 'interview.read' | 'interview.close' | 'interview.reopen'; responseId: string }
  | { action: 'token.create' | 'token.revoke'; responseId?: never }
);

/** Writes an entry in the transaction of what it tells about: neither happens without the other. */
export async function writeAudit(tx: Tx, { siteId, staffId, action, responseId }: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({ site_id: siteId, id: v7(), staff_id: staffId, action, response_id: responseId ?? null })
    .execute();
}
