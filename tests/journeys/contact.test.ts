import { contactEndpoints } from '@kannwas/schema/survey/contact';
import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn } from '../support/people.ts';
import { tablesWith } from '../support/rows.ts';
import { no, yes } from '../support/town.ts';

const { own, keep, open } = contactEndpoints;
const reach = { name: 'Amal Haddad', phone: '0151 7654321', email: 'amal@example.com' };

let running: Running;
let url: string;
let carla: Record<string, string>;
let clara: Record<string, string>;
let amal: Newcomer;

beforeAll(async () => {
  running = await startApp();
  url = running.url;
  await hire(running, 'carla', 'clara');
  carla = await signIn(url, 'carla');
  clara = await signIn(url, 'clara');
});
afterAll(() => running.close());
beforeEach(async () => {
  amal = new Newcomer(url);
  await amal.seeksAdvice();
});

const keeps = (body: typeof reach | Record<keyof typeof reach, string | null>) =>
  request(url, keep, { params: amal.params, body }, amal.authorization);
const opens = (who: Record<string, string>, siteId = 'hettstedt') =>
  request(url, open, { params: { ...amal.params, siteId } }, who);
const looks = async () => {
  const sent = { params: amal.params };
  return bodyOf(mineEndpoints.looks, await request(url, mineEndpoints.looks, sent, amal.authorization)).looks;
};

test('Amal says how she may be reached once she allowed it; only the advice team of her town opens it, and she sees that', async () => {
  expect((await keeps(reach)).body).toMatchObject({
    code: 'invalid',
    fields: [{ path: 'consentContact', code: 'missing' }],
  });
  await amal.says('consentContact', yes);
  expect((await keeps(reach)).body).toEqual({ kept: true });
  const mine = await request(url, own, { params: amal.params }, amal.authorization);
  expect(mine.body).toEqual({ contact: reach });
  expect(await looks()).toEqual([]);

  expect((await opens(carla)).body).toEqual({ contact: reach });
  expect((await looks()).map(({ action }) => action)).toEqual(['contact']);
  expect(problemOf(await opens(clara))).toBe('403 notAllowed');
  expect(problemOf(await opens(clara, 'elsewhere'))).toBe('404 notFound');
  const stranger = new Newcomer(url);
  await stranger.start();
  const theirs = await request(url, own, { params: amal.params }, stranger.authorization);
  expect(problemOf(theirs)).toBe('401 wrongCode');
});

test('nowhere in the database does it stand in the clear', async () => {
  await amal.says('consentContact', yes);
  await keeps(reach);
  const marks = Object.values(reach).flatMap((text) => [text, Buffer.from(text).toString('hex')]);
  expect(await tablesWith(running.db, ...marks)).toEqual([]);
});

test('whoever takes the consent back, or empties the lines, has left nothing behind', async () => {
  const left = () =>
    running.db.selectFrom('contact').select('site_id').where('response_id', '=', amal.responseId).execute();
  await amal.says('consentContact', yes);
  await keeps(reach);
  expect(await left()).toHaveLength(1);
  await amal.says('consentContact', no);
  expect(await left()).toEqual([]);
  expect((await opens(carla)).body).toEqual({ contact: null });
  await amal.says('consentContact', yes);
  await keeps(reach);
  expect((await keeps({ name: null, phone: null, email: null })).body).toEqual({ kept: false });
  expect(await left()).toEqual([]);
});

test('a phone number has digits, an e-mail has an address, and neither is repeated when it is refused', async () => {
  await amal.says('consentContact', yes);
  const reply = await keeps({ name: 'Amal', phone: 'call me', email: 'amal at home' });
  expect(problemOf(reply)).toBe('422 invalid');
  expect(JSON.stringify(reply.body)).not.toMatch(/call me|at home/);
  for (const phone of ['+49 (0)151 / 765-43-21', '015176', '03476 12345']) {
    expect((await keeps({ name: null, phone, email: null })).status).toBe(200);
  }
});
