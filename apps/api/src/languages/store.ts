import type { Language } from '@kannwas/schema/codes';
import type { Clip, PublishedClip, SoundType, TextKey } from '@kannwas/schema/languages';
import { Clip as ClipSchema, PublishedClip as PublishedSchema } from '@kannwas/schema/languages';
import { writeAudit } from '../audit.ts';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** A language at a site. */
export type Tongue = { siteId: string; language: Language };
/** One text of it. */
export type Spoken = Tongue & { textKey: TextKey };
/** A recording with what was found out about it, and the words that it says. */
export type Recording = {
  bytes: Uint8Array;
  sha256: string;
  type: SoundType;
  milliseconds: number;
  words: string;
};
export type KeptClip = { textKey: TextKey; state: 'draft' | 'published'; clip: Clip };

/** All clips of a language at a site, without their bytes. */
export async function listClips(db: Db, tongue: Tongue): Promise<KeptClip[]> {
  const rows = await clipsOf(db, tongue).execute();
  return rows.map((row) => ({ textKey: row.text_key, state: row.state, clip: toClip(row) }));
}

/** What phones may fetch, by the keys of the texts, each with the words that it says. */
export async function listPublished(
  db: Db,
  { siteId, language }: Tongue,
): Promise<{ textKey: TextKey; words: string; clip: PublishedClip }[]> {
  const rows = await db
    .selectFrom('clip')
    .select(['text_key', 'words', 'sha256', 'type', 'size'])
    .where(({ and }) => and({ site_id: siteId, language, state: 'published' }))
    .orderBy('text_key')
    .execute();
  return rows.map(({ text_key, words, ...clip }) => ({
    textKey: text_key,
    words,
    clip: PublishedSchema.parse(clip),
  }));
}

/** A clip as a file. @throws ProblemError notFound, also for a draft where only published ones are asked for */
export async function getSound(
  db: Db,
  { siteId, language }: Tongue,
  sought: { sha256: string; text_key?: TextKey; state?: 'published' },
): Promise<{ bytes: Uint8Array; type: string }> {
  const row = await db
    .selectFrom('clip')
    .select(['bytes', 'type'])
    .where(({ and }) => and({ site_id: siteId, language, ...sought }))
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  return row;
}

/** Keeps a recording as the draft of its text, in place of an earlier one; what people hear stays as it is. */
export async function saveDraft(db: Db, of: Spoken, recording: Recording, staffId: string): Promise<Clip> {
  const columns = {
    ...recording,
    size: recording.bytes.byteLength,
    staff_id: staffId,
    uploaded_at: new Date(),
  };
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('clip')
      .values({ ...keyOf(of), state: 'draft', ...columns })
      .onConflict((already) =>
        already.columns(['site_id', 'language', 'text_key', 'state']).doUpdateSet(columns),
      )
      .execute();
    await writeAudit(tx, { siteId: of.siteId, staffId, action: 'clip.upload', about: nameOf(of) });
    return getClip(tx, of, 'draft');
  });
}

/**
 * Lets people hear the draft that was listened to; an earlier clip of the text goes.
 * @throws ProblemError notFound when the draft is another by now, or there is none
 */
export async function publishDraft(db: Db, of: Spoken, sha256: string, staffId: string): Promise<Clip> {
  const key = keyOf(of);
  return db.transaction().execute(async (tx) => {
    const draft = await tx
      .selectFrom('clip')
      .select('sha256')
      .where(({ and }) => and({ ...key, state: 'draft' }))
      .forUpdate()
      .executeTakeFirst();
    if (draft?.sha256 !== sha256) throw new ProblemError('notFound');
    await tx
      .deleteFrom('clip')
      .where(({ and }) => and({ ...key, state: 'published' }))
      .execute();
    await tx
      .updateTable('clip')
      .set({ state: 'published' })
      .where(({ and }) => and({ ...key, state: 'draft' }))
      .execute();
    await writeAudit(tx, { siteId: of.siteId, staffId, action: 'clip.publish', about: nameOf(of) });
    return getClip(tx, of, 'published');
  });
}

/** Removes a clip, draft or published. @throws ProblemError notFound */
export async function removeClip(db: Db, of: Spoken, sha256: string, staffId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom('clip')
      .where(({ and }) => and({ ...keyOf(of), sha256 }))
      .returning('state')
      .execute();
    if (removed.length === 0) throw new ProblemError('notFound');
    await writeAudit(tx, { siteId: of.siteId, staffId, action: 'clip.remove', about: nameOf(of) });
  });
}

const keyOf = ({ siteId, language, textKey }: Spoken) => ({ site_id: siteId, language, text_key: textKey });
const nameOf = ({ language, textKey }: Spoken) => `${language} ${textKey}`;

function clipsOf(db: Db, { siteId, language }: Tongue) {
  return db
    .selectFrom('clip')
    .leftJoin('staff', 'staff.id', 'clip.staff_id')
    .select(['text_key', 'state', 'sha256', 'type', 'size', 'milliseconds', 'words', 'uploaded_at'])
    .select('staff.name as uploaded_by')
    .where('site_id', '=', siteId)
    .where('language', '=', language);
}

type Row = Awaited<ReturnType<ReturnType<typeof clipsOf>['executeTakeFirstOrThrow']>>;

async function getClip(tx: Tx, of: Spoken, state: KeptClip['state']): Promise<Clip> {
  const row = clipsOf(tx, of).where('text_key', '=', of.textKey).where('state', '=', state);
  return toClip(await row.executeTakeFirstOrThrow());
}

function toClip({ text_key, state, uploaded_by, uploaded_at, ...clip }: Row): Clip {
  return ClipSchema.parse({ ...clip, uploadedBy: uploaded_by, uploadedAt: uploaded_at.toISOString() });
}
