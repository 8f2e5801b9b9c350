import { connect } from 'node:net';
import { limits } from '@kannwas/api/limits';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { nested } from '../support/hostile.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { hire, problemOf, signIn } from '../support/people.ts';

let running: Running;
let amal: Newcomer;

beforeAll(async () => {
  running = await startApp({ limits: { ...limits, starts: 1e9, codes: 1e9, allCodes: 1e9 } });
  amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  await amal.says('callName', 'أمل');
});
afterAll(() => running.close());

/** Sends what no client of ours would send to the place where Amal's answers go. */
async function send(body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<string> {
  const { siteId, responseId } = amal.params;
  const answer = await fetch(`${running.url}/api/sites/${siteId}/responses/${responseId}/events`, {
    method: 'POST',
    headers: { 'content-type': type, ...amal.authorization },
    body,
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return problemOf({ status: answer.status, headers: answer.headers, body: await answer.json() });
}

/** One event of Amal with something changed. */
const wrong = (change: object) =>
  JSON.stringify({ events: [{ ...new Newcomer(running.url).event('callName', 'Amal'), ...change }] });

async function nothingChanged(): Promise<void> {
  const { body } = await amal.read();
  expect(body).toMatchObject({
    status: 'open',
    events: [{ question: 'consentCounselling' }, { question: 'callName', value: 'أمل' }],
  });
}

const tomorrowAndMore = new Date(Date.now() + 25 * 3600 * 1000).toISOString();

test.each<[string, object]>([
  ['a question that does not exist', { question: 'shoeSize' }],
  ['a question named like a part of every object', { question: '__proto__' }],
  ['an option that does not exist', { question: 'hours', value: 'always' }],
  ['the wrong type', { question: 'callName', value: 7 }],
  ['a name that is too long', { value: 'x'.repeat(61) }],
  ['a name of blanks', { value: ' \n ' }],
  ['a NUL character', { value: 'Am\u0000al' }],
  ['half a character', { value: 'Am\ud800al' }],
  ['a year that has not come', { question: 'birthYear', value: { year: 2999, about: false } }],
  ['a year beyond all numbers', { question: 'birthYear', value: { year: 1e300, about: false } }],
  ['a field nobody knows', { admin: true }],
  ['a time in the future', { recordedAt: tomorrowAndMore }],
  ['a day that does not exist', { recordedAt: '2026-02-30T10:00:00Z' }],
  ['a year that the database cannot hold', { recordedAt: '0000-01-01T00:00:00Z' }],
  ['an id that is none', { id: '1' }],
  ['an id of another kind', { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }],
  ['hundreds of settled events', { settles: Array.from({ length: 300 }, () => v7()) }],
  ['an answer twenty levels deep', { value: nested(20) }],
])('%s is refused as invalid and nothing changes', async (_, change) => {
  expect(await send(wrong(change))).toBe('422 invalid');
  await nothingChanged();
});

test.each<[string, () => string | Uint8Array<ArrayBuffer>, string]>([
  ['malformed JSON', () => '{"events": [', '400 malformed'],
  ['nothing at all', () => '', '400 malformed'],
  ['a key that would change every object', () => '{"events":[],"__proto__":{"admin":true}}', '400 malformed'],
  [
    'bytes that are no UTF-8',
    () => Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d),
    '400 malformed',
  ],
  ['ten megabytes', () => wrong({ value: 'x'.repeat(10 * 1024 * 1024) }), '413 tooLarge'],
  ['a list where an object belongs', () => '[]', '422 invalid'],
  ['no events', () => '{"events":[]}', '422 invalid'],
  [
    'an answer a hundred thousand levels deep',
    () => wrong({ value: 'DEEP' }).replace('"DEEP"', '['.repeat(1e5) + ']'.repeat(1e5)),
    '400 malformed',
  ],
  ['brackets without end', () => '['.repeat(500_000), '400 malformed'],
])('%s is refused and nothing changes', async (_, body, code) => {
  expect(await send(body())).toBe(code);
  await nothingChanged();
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x'])(
  'an answer as %s is refused: no form of another page can send one',
  async (type) => {
    expect(await send(wrong({}), type)).toBe('415 unsupportedType');
    await nothingChanged();
  },
);

test('the same event again with another content is refused, with the same content it is harmless', async () => {
  const berhane = new Newcomer(running.url);
  await berhane.start();
  const event = berhane.event('hours', 'full-time');
  await berhane.send(event);
  expect((await berhane.send(event)).status).toBe(200);
  expect(problemOf(await berhane.send({ ...event, value: 'part-time' }))).toBe(
    '409 replayedWithOtherContent',
  );
  expect(problemOf(await berhane.send({ ...event, question: 'gender', value: 'male' }))).toBe(
    '409 replayedWithOtherContent',
  );
  expect((await berhane.read()).body).toMatchObject({ events: [{ value: 'full-time' }] });
});

test('a code opens one response of one site and no other', async () => {
  const other = new Newcomer(running.url);
  await other.seeksAdvice();
  const read = (params: object, code: string) =>
    request(
      running.url,
      surveyEndpoints.read,
      { params: { ...amal.params, ...params } },
      { authorization: `Bearer ${code}` },
    );
  expect((await read({}, amal.code)).status).toBe(200);
  for (const [params, code] of [
    [{}, other.code],
    [{}, newResponseCode()],
    [{}, amal.code.slice(1)],
    [{}, ''],
    [{ siteId: 'elsewhere' }, amal.code],
    [{ siteId: 'nowhere' }, amal.code],
    [{ responseId: other.responseId }, amal.code],
    [{ responseId: v7() }, amal.code],
  ] as const) {
    expect(problemOf(await read(params, code))).toBe('401 wrongCode');
  }
  const reopened = await request(running.url, surveyEndpoints.reopen, { body: { code: newResponseCode() } });
  expect(problemOf(reopened)).toBe('401 wrongCode');
});

test('guessing at codes is slowed down', async () => {
  const usual = await startApp();
  const guess = () => request(usual.url, surveyEndpoints.reopen, { body: { code: newResponseCode() } });
  const replies = await Promise.all(Array.from({ length: limits.codes + 1 }, guess));
  const [slowed, ...more] = replies.filter(({ status }) => status === 429);
  expect(more).toEqual([]);
  expect(slowed?.body).toMatchObject({ code: 'tooManyRequests', retryAfter: expect.any(Number) });
  await usual.close();
});

test('an id or a code that is taken starts nothing', async () => {
  const taken = new Newcomer(running.url);
  const start = (id: string, code: string) =>
    request(running.url, surveyEndpoints.start, {
      params: { siteId: 'hettstedt' },
      body: { id, code, language: 'uk' },
    });
  expect(problemOf(await start(amal.responseId, taken.code))).toBe('409 codeTaken');
  expect(problemOf(await start(taken.responseId, amal.code))).toBe('409 codeTaken');
  await nothingChanged();
});

test.each([
  ['/api/sites/%E0%A4%A/pool', 400, 'malformed'],
  [`/api/sites/${'x'.repeat(200)}/pool`, 400, 'malformed'],
  ['/api/nothing', 404, 'notFound'],
  ['/api/../../etc/passwd', 404, 'notFound'],
  ['/api/sites/hettstedt/pool?occupation=%00', 422, 'invalid'],
])('the address %s is answered with a problem', async (path, status, code) => {
  await hire(running, 'ines').catch(() => {});
  const { cookie = '' } = await signIn(running.url, 'ines');
  const answer = await running.app.inject({ url: path, headers: { cookie } });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toEqual({
    type: `urn:kannwas:problem:${code}`,
    status,
    code,
    ...fieldsOf(answer.json()),
  });
});

const fieldsOf = ({ fields }: { fields?: unknown }) => (fields ? { fields } : {});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', '400'],
  ['a header without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, '413'],
  [
    'two lengths',
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
    '400',
  ],
])('%s is answered with a problem', async (_, bytes, status) => {
  const text = await raw(bytes);
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
  expect(text).not.toContain('xxx');
});

/** What the server says to these very bytes until it hangs up. */
function raw(bytes: string): Promise<string> {
  const { port, hostname } = new URL(running.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}
