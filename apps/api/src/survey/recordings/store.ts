import type { Recording } from '@kannwas/schema/survey/recordings';
import { writeAudit } from '../../audit.ts';
import type { Db } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import { requireOwn } from '../store.ts';

type Key = { siteId: string; responseId: string; recordingId: string };
type Kept = Recording & { bytes: Uint8Array };

/** Longer stories are told at the desk; a phone that keeps sending others fills nobody's disk. */
const mostOfOne = 20;

/**
 * Keeps what somebody said into their phone. Sending it again is harmless.
 * @throws ProblemError wrongCode, responseClosed, replayedWithOtherContent, tooLarge when there are too many
 */
export async function saveRecording(
  db: Db,
  { siteId, responseId, recordingId }: Key,
  codeHash: string,
  { bytes, sha256, type, milliseconds }: Kept,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const response = await tx
      .selectFrom('response')
      .select('status')
      .where(({ and }) => and({ site_id: siteId, response_id: responseId, code_hash: codeHash }))
      .forUpdate()
      .executeTakeFirst();
    if (!response) throw new ProblemError('wrongCode');
    const kept = await tx
      .selectFrom('recording')
      .select(['recording_id', 'sha256'])
      .where(({ and }) => and({ site_id: siteId, response_id: responseId }))
      .execute();
    const already = kept.find(({ recording_id }) => recording_id === recordingId);
    if (already && already.sha256 !== sha256) throw new ProblemError('replayedWithOtherContent');
    if (already) return;
    if (response.status === 'closed') throw new ProblemError('responseClosed');
    if (kept.length >= mostOfOne) throw new ProblemError('tooLarge');
    await tx
      .insertInto('recording')
      .values({
        site_id: siteId,
        response_id: responseId,
        recording_id: recordingId,
        sha256,
        type,
        milliseconds,
        bytes,
      })
      .execute();
  });
}

/** A recording for the holder of the code. @throws ProblemError wrongCode, notFound */
export async function getOwnRecording(db: Db, key: Key, codeHash: string) {
  await requireOwn(db, key, codeHash);
  return getRecording(db, key);
}

/** A recording for one of the staff, who is written down. @throws ProblemError notFound */
export async function hearRecording(db: Db, key: Key, staffId: string) {
  return db.transaction().execute(async (tx) => {
    const recording = await getRecording(tx, key);
    const { siteId, responseId } = key;
    await writeAudit(tx, { siteId, responseId, staffId, action: 'interview.hear' });
    return recording;
  });
}

async function getRecording(db: Db, { siteId, responseId, recordingId }: Key) {
  const row = await db
    .selectFrom('recording')
    .select(['bytes', 'type'])
    .where(({ and }) => and({ site_id: siteId, response_id: responseId, recording_id: recordingId }))
    .executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  return row;
}
