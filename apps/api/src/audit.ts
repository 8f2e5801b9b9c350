import { v7 } from 'uuid';
import type { Tx } from './db/database.ts';

/**
 * What is written down: who of the staff looked at, listened to, put on paper, found out how to reach, closed, or opened
 * again whose answers; who made or ended a token; who let people hear what, or took it away; who wrote down or ended which
 * offer.
 */
export type AuditEvent = { siteId: string; staffId: string } & (
  | {
      action:
        | 'interview.read'
        | 'interview.hear'
        | 'interview.passport'
        | 'interview.contact'
        | 'interview.close'
        | 'interview.reopen';
      responseId: string;
      about?: never;
    }
  | { action: 'token.create' | 'token.revoke'; responseId?: never; about?: never }
  | {
      action:
        | 'clip.upload'
        | 'clip.publish'
        | 'clip.remove'
        | 'offer.save'
        | 'offer.end'
        | 'offer.bring-back';
      responseId?: never;
      about: string;
    }
);

/** Writes an entry in the transaction of what it tells about: neither happens without the other. */
export async function writeAudit(
  tx: Tx,
  { siteId, staffId, action, responseId, about }: AuditEvent,
): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({
      site_id: siteId,
      id: v7(),
      staff_id: staffId,
      action,
      response_id: responseId ?? null,
      about: about ?? null,
    })
    .execute();
}
