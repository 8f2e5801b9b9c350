import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { hire, problemOf, signIn } from '../support/people.ts';
import { wav } from '../support/sound.ts';

const { keep, own, hear } = recordingsEndpoints;
const spoken = new Uint8Array(readFileSync(new URL('../fixtures/sound/live.webm', import.meta.url)));

let running: Running;
let carla: Record<string, string>;
let clara: Record<string, string>;
let amal: Newcomer;

beforeAll(async () => {
  running = await startApp();
  await hire(running, 'carla', 'clara');
  carla = await signIn(running.url, 'carla');
  clara = await signIn(running.url, 'clara');
});
afterAll(() => running.close());
beforeEach(async () => {
  amal = new Newcomer(running.url);
  await amal.start();
});

const digestOf = (bytes: Uint8Array) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

function says(recordingId: string, body: Uint8Array, headers: Record<string, string> = {}) {
  const params = { ...amal.params, recordingId };
  const digest = { 'content-digest': digestOf(body) };
  return request(running.url, keep, { params, body }, { ...amal.authorization, ...digest, ...headers });
}
const hears = (who: Record<string, string>, recordingId: string, siteId = 'hettstedt') =>
  request(running.url, hear, { params: { ...amal.params, siteId, recordingId } }, who);

test('Amal says what she is proud of, hears it again, and Carla hears it once she may', async () => {
  const recording = v7();
  expect((await says(recording, spoken)).status).toBe(200);
  expect((await amal.says('strengthVoice', { recording, seconds: 2 })).status).toBe(200);
  const mine = await request(
    running.url,
    own,
    { params: { ...amal.params, recordingId: recording } },
    amal.authorization,
  );
  expect([mine.status, mine.headers.get('content-type')]).toEqual([200, 'audio/webm']);
  expect(mine.headers.get('content-length')).toBe(String(spoken.byteLength));

  expect((await hears(carla, recording)).status).toBe(404);
  await amal.seeksAdvice();
  expect((await hears(carla, recording)).status).toBe(200);
  const heard = running.db
    .selectFrom('audit_event')
    .select('response_id')
    .where('action', '=', 'interview.hear');
  expect(await heard.execute()).toEqual([{ response_id: amal.responseId }]);
  expect((await hears(clara, recording)).status).toBe(403);
  expect((await hears(clara, recording, 'elsewhere')).status).toBe(404);
});

test('a recording that is sent twice is kept once, and none takes the place of another', async () => {
  const recording = v7();
  expect([(await says(recording, spoken)).status, (await says(recording, spoken)).status]).toEqual([
    200, 200,
  ]);
  expect(problemOf(await says(recording, wav(1)))).toBe('409 replayedWithOtherContent');
  const rows = await running.db
    .selectFrom('recording')
    .select('recording_id')
    .where('response_id', '=', amal.responseId)
    .execute();
  expect(rows).toEqual([{ recording_id: recording }]);
});

test('what is damaged, no sound, too large, or too long is refused', async () => {
  const codes = async (bytes: Uint8Array, headers?: Record<string, string>) =>
    ((await says(v7(), bytes, headers)).body as { fields?: unknown }).fields;
  const refusal = (code: string) => [{ path: 'file', code }];
  expect(await codes(spoken, { 'content-digest': digestOf(wav(1)) })).toEqual(refusal('damaged'));
  expect(await codes(new TextEncoder().encode('a text'))).toEqual(refusal('notSound'));
  expect(await codes(new Uint8Array(1_000_001))).toEqual(refusal('tooLarge'));
  expect(await codes(wav(70))).toEqual(refusal('tooLong'));
});

test('nobody without the code leaves or hears a recording, and it goes with its response', async () => {
  const recording = v7();
  await says(recording, spoken);
  const stranger = new Newcomer(running.url);
  await stranger.start();
  expect((await says(v7(), spoken, stranger.authorization)).status).toBe(401);
  const params = { ...amal.params, recordingId: recording };
  expect((await request(running.url, own, { params }, stranger.authorization)).status).toBe(401);
  await running.db.deleteFrom('response').where('response_id', '=', amal.responseId).execute();
  const left = running.db
    .selectFrom('recording')
    .select('recording_id')
    .where('recording_id', '=', recording);
  expect(await left.execute()).toEqual([]);
});
