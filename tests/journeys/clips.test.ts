import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '@kannwas/schema/codes';
import { languagesEndpoints } from '@kannwas/schema/languages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { type Reply, request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, type StaffName, signIn } from '../support/people.ts';
import { wav } from '../support/sound.ts';

const woman = 'survey.questions.gender.options.female';
const { clips, uploadClip, hearClip, publishClip, removeClip, published } = languagesEndpoints;

let running: Running;
const sent: { [N in StaffName | 'nobody']?: Record<string, string> } = { nobody: {} };

beforeAll(async () => {
  running = await startApp();
  await hire(running, 'ines', 'olu', 'igor');
  for (const name of ['ines', 'olu', 'igor'] as const) sent[name] = await signIn(running.url, name);
});
afterAll(() => running.close());

type Where = { siteId?: string; language?: Language; textKey?: string };
const text = ({ siteId = 'hettstedt', language = 'ar', textKey = woman }: Where = {}) => ({
  siteId,
  language,
  textKey,
});
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/sound/${name}`, import.meta.url)));
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const upload = (who: StaffName, body: Uint8Array, where?: Where) =>
  request(running.url, uploadClip, { params: text(where), body }, sent[who]);
const publish = (who: StaffName, sha256: string, where?: Where) =>
  request(running.url, publishClip, { params: { ...text(where), sha256 } }, sent[who]);
const remove = (who: StaffName, sha256: string, where?: Where) =>
  request(running.url, removeClip, { params: { ...text(where), sha256 } }, sent[who]);
const hear = (who: StaffName | 'nobody', sha256: string, where?: Where) =>
  request(running.url, hearClip, { params: { ...text(where), sha256 } }, sent[who]);

/** What the phone of a newcomer finds for a language. */
async function onThePhone(where: Where = {}) {
  const { siteId, language } = text(where);
  const reply = await request(running.url, published, { params: { siteId, language } });
  return bodyOf(published, reply).clips;
}

async function rowOf(textKey: string, where: Where = {}) {
  const { siteId, language } = text(where);
  const reply = await request(running.url, clips, { params: { siteId, language } }, sent.ines);
  return bodyOf(clips, reply).texts.find(({ key }) => key === textKey);
}

const play = (sha256: string, headers: Record<string, string> = {}) =>
  fetch(`${running.url}/api/sites/hettstedt/sound/ar/${sha256}`, { headers });

const refusal = ({ status, body }: Reply) => [status, (body as { fields?: unknown }).fields];

test('Ines sees every text with its German beside it, and that none has a clip yet', async () => {
  expect(await rowOf(woman)).toEqual({
    key: woman,
    text: 'امرأة',
    german: 'Frau',
    draft: null,
    published: null,
  });
  for (const key of ['survey.skills.well', 'survey.form.noAnswer', 'common.yes', 'fields.kitchen']) {
    expect(await rowOf(key), key).toBeDefined();
  }
  expect(await rowOf('survey.errors.missing')).toBeUndefined();
  expect(await rowOf('survey.questions.birthYear.errors.too_small')).toBeUndefined();
});

test('a clip is heard by newcomers only after it was listened to and published', async () => {
  const [first, second] = [fixture('tone.ogg'), fixture('tone.mp3')];
  const draft = bodyOf(uploadClip, await upload('ines', first));
  expect(draft).toMatchObject({
    sha256: sha256Of(first),
    type: 'audio/ogg',
    size: first.length,
    words: 'امرأة',
    uploadedBy: 'Ines',
  });
  expect(await onThePhone()).toEqual({});
  expect((await play(draft.sha256)).status).toBe(404);
  expect((await hear('ines', draft.sha256)).status).toBe(200);

  bodyOf(publishClip, await publish('ines', draft.sha256));
  expect(await onThePhone()).toMatchObject({ [woman]: { sha256: draft.sha256, type: 'audio/ogg' } });
  expect(await onThePhone({ language: 'uk' })).toEqual({});
  const heard = await play(draft.sha256);
  expect(new Uint8Array(await heard.arrayBuffer())).toEqual(first);

  // A better recording: until it is published, people go on hearing the first.
  const better = bodyOf(uploadClip, await upload('olu', second));
  expect(await onThePhone()).toMatchObject({ [woman]: { sha256: draft.sha256 } });
  expect(await rowOf(woman)).toMatchObject({ draft: better, published: { sha256: draft.sha256 } });
  bodyOf(publishClip, await publish('ines', better.sha256));
  expect(await onThePhone()).toMatchObject({ [woman]: { sha256: better.sha256, type: 'audio/mpeg' } });
  expect((await play(draft.sha256)).status).toBe(404);
  expect(await rowOf(woman)).toMatchObject({ draft: null, published: { uploadedBy: 'Olu' } });
});

test('a draft that somebody replaced in the meantime is not published unheard', async () => {
  const where = { textKey: 'common.yes' };
  const heard = bodyOf(uploadClip, await upload('ines', wav(0.5), where));
  await upload('olu', wav(0.6), where);
  expect(problemOf(await publish('ines', heard.sha256, where))).toBe('404 notFound');
  expect(await onThePhone()).not.toHaveProperty('common.yes');
});

test('whatever is no short sound is refused, and the reason stands at the file', async () => {
  const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  const tone = fixture('tone.ogg');
  const refused = async (body: Uint8Array) => refusal(await upload('ines', body));
  const because = (code: string) => [422, [{ path: 'file', code }]];
  expect(await refused(picture)).toEqual(because('notSound'));
  expect(await refused(fixture('vorbis.ogg'))).toEqual(because('notSound'));
  expect(await refused(tone.subarray(0, tone.length - 9))).toEqual(because('notSound'));
  expect(await refused(wav(0.1))).toEqual(because('tooShort'));
  expect(await refused(wav(0.1).subarray(0, 0))).toEqual([422, expect.anything()]);
  expect(await refused(wav(63))).toEqual(because('tooLarge'));
  expect((await upload('ines', wav(200))).status).toBe(413);
  expect(await refused(wav(60))).toEqual([200, undefined]);
});

test('only texts that are read aloud take a clip, and only in languages that there are', async () => {
  const tries: [string, string][] = [
    ['survey.errors.missing', '404 notFound'],
    ['survey.nothing.here', '404 notFound'],
    ['problems.notFound', '404 notFound'],
  ];
  for (const [textKey, problem] of tries) {
    expect(problemOf(await upload('ines', wav(0.5), { textKey })), textKey).toBe(problem);
  }
  const params = { ...text(), language: 'xx' as Language };
  const reply = await request(running.url, uploadClip, { params, body: wav(0.5) }, sent.ines);
  expect(problemOf(reply)).toBe('422 invalid');
});

test('staff of another site neither see a clip nor change it, and their newcomers do not hear it', async () => {
  const where = { textKey: 'survey.skills.well' };
  const { sha256 } = bodyOf(uploadClip, await upload('ines', wav(0.7), where));
  for (const reply of [
    await hear('igor', sha256, where),
    await publish('igor', sha256, where),
    await remove('igor', sha256, where),
    await upload('igor', wav(0.8), where),
    await request(running.url, clips, { params: { siteId: 'hettstedt', language: 'ar' } }, sent.igor),
  ]) {
    expect(problemOf(reply)).toBe('403 notAllowed');
  }
  const there = { ...where, siteId: 'elsewhere' };
  expect(problemOf(await hear('igor', sha256, there))).toBe('404 notFound');
  expect(problemOf(await publish('igor', sha256, there))).toBe('404 notFound');
  expect(problemOf(await remove('igor', sha256, there))).toBe('404 notFound');
  bodyOf(publishClip, await publish('ines', sha256, where));
  expect(await onThePhone()).toHaveProperty('survey.skills.well');
  expect(await onThePhone({ siteId: 'elsewhere' })).toEqual({});
  expect(problemOf(await hear('nobody', sha256, where))).toBe('401 signInNeeded');
});

test('a clip that was taken back is heard no more, and who did what stays written down', async () => {
  const where = { textKey: 'survey.skills.none' };
  const { sha256 } = bodyOf(uploadClip, await upload('ines', wav(0.9), where));
  await publish('olu', sha256, where);
  expect((await play(sha256)).status).toBe(200);
  expect((await remove('ines', sha256, where)).status).toBe(200);
  expect(problemOf(await remove('ines', sha256, where))).toBe('404 notFound');
  expect(await onThePhone()).not.toHaveProperty('survey.skills.none');
  expect((await play(sha256)).status).toBe(404);
  const written = await running.db
    .selectFrom('audit_event')
    .innerJoin('staff', 'staff.id', 'audit_event.staff_id')
    .select(['action', 'name'])
    .where('about', '=', 'ar survey.skills.none')
    .orderBy('audit_event.id')
    .execute();
  expect(written).toEqual([
    { action: 'clip.upload', name: 'Ines' },
    { action: 'clip.publish', name: 'Olu' },
    { action: 'clip.remove', name: 'Ines' },
  ]);
});

test('a clip stays silent when its text says something else by now, and staff see why', async () => {
  const where = { textKey: 'survey.skills.everyday' };
  const { sha256 } = bodyOf(uploadClip, await upload('ines', wav(0.5), where));
  await publish('ines', sha256, where);
  expect(await onThePhone()).toHaveProperty('survey.skills.everyday');
  await running.db.updateTable('clip').set({ words: 'old words' }).where('sha256', '=', sha256).execute();
  expect(await onThePhone()).not.toHaveProperty('survey.skills.everyday');
  expect(await rowOf(where.textKey)).toMatchObject({ published: { words: 'old words' } });
});

test('a phone fetches the list again only when it changed, and each clip once, whole or in parts', async () => {
  const where = { textKey: 'survey.skills.a-little' };
  const bytes = fixture('tone.webm');
  const { sha256 } = bodyOf(uploadClip, await upload('ines', bytes, where));
  await publish('ines', sha256, where);
  const list = `${running.url}/api/sites/hettstedt/sound/ar`;
  const etag = (await fetch(list)).headers.get('etag') ?? '';
  const again = () => fetch(list, { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);

  const whole = await play(sha256);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'audio/webm',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  });
  const part = await play(sha256, { range: 'bytes=0-1' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-1/${bytes.length}`]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(0, 2));
  for (const range of ['bytes=99999999-', 'bytes=5-2', 'bytes=-5', 'bytes=0-1,3-4', 'lines=0-1', 'x']) {
    expect([range, (await play(sha256, { range })).status]).toEqual([range, 200]);
  }
  await remove('ines', sha256, where);
  expect((await again()).status).toBe(200);
  expect((await fetch(`${running.url}/api/sites/nowhere/sound/ar`)).status).toBe(404);
});
