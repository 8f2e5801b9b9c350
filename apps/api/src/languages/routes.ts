import { createHash } from 'node:crypto';
import { spokenTexts } from '@kannwas/catalogue/spoken-texts';
import { languagesEndpoints } from '@kannwas/schema/languages';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { isKnown } from '../http/etag.ts';
import { takeBytesOnly } from '../http/intake.ts';
import { sendPart } from '../http/part.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { getSite } from '../sites/store.ts';
import { audible, readRecording, tableOf } from './clips.ts';
import { getSound, listClips, listPublished, publishDraft, removeClip, saveDraft } from './store.ts';

export async function languagesRoutes(app: FastifyInstance, doorway: Doorway, db: Db): Promise<void> {
  route(app, doorway, languagesEndpoints.clips, async ({ params }) => ({
    texts: tableOf(await spokenTexts(params.language), await spokenTexts('de'), await listClips(db, params)),
  }));

  await app.register(async (within) => {
    takeBytesOnly(within);
    route(within, doorway, languagesEndpoints.uploadClip, async ({ actor, params, body }) => {
      await getSite(db, params.siteId);
      const words = (await spokenTexts(params.language)).get(params.textKey);
      if (words === undefined) throw new ProblemError('notFound');
      return saveDraft(db, params, { ...readRecording(body), words }, actor.staffId);
    });
  });

  route(app, doorway, languagesEndpoints.hearClip, async ({ params, request, reply }) => {
    const { bytes, type } = await getSound(db, params, { sha256: params.sha256, text_key: params.textKey });
    return sendPart(request, reply.type(type).header('cache-control', 'private, no-cache'), bytes);
  });

  route(app, doorway, languagesEndpoints.publishClip, ({ actor, params }) =>
    publishDraft(db, params, params.sha256, actor.staffId),
  );

  route(app, doorway, languagesEndpoints.removeClip, async ({ actor, params }) => {
    await removeClip(db, params, params.sha256, actor.staffId);
    return { removed: true };
  });

  route(app, doorway, languagesEndpoints.published, async ({ params, request, reply }) => {
    await getSite(db, params.siteId);
    const clips = audible(await spokenTexts(params.language), await listPublished(db, params));
    const etag = `"${createHash('sha256').update(JSON.stringify(clips)).digest('base64url')}"`;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    return isKnown(etag, request.headers['if-none-match']) ? reply.code(304).send() : { clips };
  });

  route(app, doorway, languagesEndpoints.sound, async ({ params, request, reply }) => {
    const { bytes, type } = await getSound(db, params, { sha256: params.sha256, state: 'published' });
    const forever = 'public, max-age=31536000, immutable';
    return sendPart(request, reply.type(type).header('cache-control', forever), bytes);
  });
}
