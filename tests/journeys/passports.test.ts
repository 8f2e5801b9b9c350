import { issuePassport, withdrawPassports } from '@kannwas/api/survey/passports/store';
import { passportsEndpoints } from '@kannwas/schema/survey/passports';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, problemOf } from '../support/people.ts';

const { list, withdraw, check } = passportsEndpoints;

let running: Running;
let amal: Newcomer;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());
beforeEach(async () => {
  amal = new Newcomer(running.url);
  await amal.start();
});

const checked = async (token: string) =>
  bodyOf(check, await request(running.url, check, { params: { token } }));

test('whoever holds a paper sees that it is genuine, until Amal withdraws it', async () => {
  const { token, passportId } = await issuePassport(running.db, amal.params, 'short');
  const other = await issuePassport(running.db, amal.params, 'long');
  const genuine = { state: 'genuine', issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
  expect(await checked(token)).toEqual(genuine);
  const params = { ...amal.params, passportId };
  expect((await request(running.url, withdraw, { params }, amal.authorization)).status).toBe(200);
  expect(await checked(token)).toEqual({ state: 'withdrawn' });
  expect(await checked(other.token)).toEqual(genuine);
  expect(await checked('A'.repeat(22))).toEqual({ state: 'unknown' });
  const reply = await request(running.url, list, { params: amal.params }, amal.authorization);
  const mine = bodyOf(list, reply).passports.map(({ form, withdrawnAt }) => [form, withdrawnAt !== null]);
  expect(mine).toEqual([
    ['long', false],
    ['short', true],
  ]);
});

test('a stranger neither lists nor withdraws her papers', async () => {
  const { token, passportId } = await issuePassport(running.db, amal.params, 'short');
  const stranger = new Newcomer(running.url);
  await stranger.start();
  const params = { ...amal.params, passportId };
  for (const reply of [
    await request(running.url, list, { params: amal.params }, stranger.authorization),
    await request(running.url, withdraw, { params }, stranger.authorization),
  ])
    expect(problemOf(reply)).toBe('401 wrongCode');
  const own = { ...stranger.params, passportId };
  expect(problemOf(await request(running.url, withdraw, { params: own }, stranger.authorization))).toBe(
    '404 notFound',
  );
  expect((await checked(token)).state).toBe('genuine');
});

test('a response cannot go before its papers are withdrawn; then they say so and lead to nobody', async () => {
  const { token, passportId } = await issuePassport(running.db, amal.params, 'short');
  const erase = running.db.deleteFrom('response').where('response_id', '=', amal.responseId);
  await expect(erase.execute()).rejects.toThrow();
  await running.db.transaction().execute((tx) => withdrawPassports(tx, amal.params));
  await erase.execute();
  expect(await checked(token)).toEqual({ state: 'withdrawn' });
  const left = running.db.selectFrom('passport').selectAll().where('passport_id', '=', passportId);
  const [row] = await left.execute();
  expect(row?.response_id).toBeNull();
  expect(Object.values(row ?? {})).not.toContain(token);
});
