import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { publishTown, townOf } from '../support/epoch-town.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn, staff } from '../support/people.ts';
import { ask, table, townLimits } from '../support/town.ts';

type Session = Record<string, string>;
const params = { siteId: 'hettstedt' };
const butcher = 'Fleischerei Dmitri';

let running: Running;
let url: string;
let dmitri: Session;
let swetlana: Session;
let ines: Session;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  url = running.url;
  await hire(running, 'ines', 'carla', 'daria');
  const auth = makeAuth(running.db, running.secrets, { PUBLIC_URL: undefined });
  const atButcher = async (name: string) => {
    const person = { ...staff.dmitri, name, email: `${name}@fleischerei.example` };
    const plays = [{ siteId: 'hettstedt', role: 'employer', organisation: butcher } as const];
    await createStaff(running.db, auth, { ...person, plays });
    return person;
  };
  const [first, second] = [await atButcher('dmitri'), await atButcher('swetlana')];
  dmitri = await signIn(url, first);
  swetlana = await signIn(url, second);
  ines = await signIn(url, 'ines');
  await publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, 1, townOf(600));
});
afterAll(() => running.close());

const make = (session: Session, name = 'Warenwirtschaft', days = 30) =>
  request(
    url,
    accountsEndpoints.createToken,
    { params, body: { name, scopes: ['pool.ask'], days } },
    session,
  );
const made = async (session: Session, name?: string) =>
  bodyOf(accountsEndpoints.createToken, await make(session, name));
const bearing = (secret: string) => ({ authorization: `Bearer ${secret}` });
const tokensOf = async (session: Session) =>
  bodyOf(accountsEndpoints.listTokens, await request(url, accountsEndpoints.listTokens, { params }, session))
    .tokens;

test('a token asks the pool in the name of its organisation, and its secret is shown once', async () => {
  const { token, secret } = await made(dmitri);
  expect(secret).toMatch(/^kwt_[\w-]{43}$/);
  expect(token).toMatchObject({
    name: 'Warenwirtschaft',
    scopes: ['pool.ask'],
    createdBy: 'dmitri',
    lastUsedAt: null,
  });
  expect((await table(url, bearing(secret), 'by=occupation')).total).toBeGreaterThan(580);

  const [listed] = await tokensOf(swetlana);
  expect(listed).toEqual({ ...token, lastUsedAt: expect.any(String) });
  const { rows } = await sql`select * from api_token`.execute(running.db);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(4));
});

test('what a token asks comes off the budget of its organisation', async () => {
  const { secret } = await made(dmitri);
  const budgetOf = async (session: Session) =>
    bodyOf(poolEndpoints.budget, await request(url, poolEndpoints.budget, { params }, session));
  const [before, others] = [await budgetOf(swetlana), await budgetOf(ines)];
  await table(url, bearing(secret), 'by=education');
  expect((await budgetOf(swetlana)).organisation.used).toBe(before.organisation.used + 1);
  expect((await budgetOf(swetlana)).tables).toEqual(before.tables);
  expect(await budgetOf(ines)).toEqual(others);
});

test('a token opens its own site, its own scopes, and nothing else', async () => {
  const { secret } = await made(dmitri);
  const token = bearing(secret);
  const elsewhere = { params: { siteId: 'elsewhere' }, querystring: {} };
  expect(problemOf(await request(url, poolEndpoints.ask, elsewhere, token))).toBe('403 notAllowed');
  expect(problemOf(await request(url, interviewsEndpoints.list, { params, querystring: {} }, token))).toBe(
    '403 notAllowed',
  );
  // Not even more tokens.
  expect(problemOf(await make(token))).toBe('403 notAllowed');
  expect(problemOf(await request(url, accountsEndpoints.listTokens, { params }, token))).toBe(
    '403 notAllowed',
  );
  expect((await request(url, accountsEndpoints.me, {}, token)).body).toEqual({ me: null });
});

test('a revoked token is over at once, and only its organisation can revoke it', async () => {
  const { token, secret } = await made(dmitri);
  const revoke = (session: Session, tokenId = token.id) =>
    request(url, accountsEndpoints.revokeToken, { params: { ...params, tokenId } }, session);
  expect(problemOf(await revoke(ines))).toBe('404 notFound');
  expect((await ask(url, bearing(secret))).status).toBe(200);
  expect((await revoke(swetlana)).body).toEqual({ revoked: true });
  expect(problemOf(await ask(url, bearing(secret)))).toBe('401 signInNeeded');
  expect(problemOf(await revoke(swetlana))).toBe('404 notFound');
  expect(problemOf(await revoke(swetlana, v7()))).toBe('404 notFound');
});

test('an expired token is nobody and is no longer listed', async () => {
  const { token, secret } = await made(dmitri, 'alt');
  expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBeCloseTo(30 * 86_400_000, -7);
  await sql`update api_token set expires_at = now() where token_id = ${token.id}`.execute(running.db);
  expect(problemOf(await ask(url, bearing(secret)))).toBe('401 signInNeeded');
  expect((await tokensOf(dmitri)).map(({ id }) => id)).not.toContain(token.id);
});

test('a token that was made up, cut, or sent as something else is nobody', async () => {
  const { secret } = await made(dmitri);
  for (const wrong of [secret.slice(0, -1), `kwt_${'A'.repeat(43)}`, 'kwt_', secret.toUpperCase()]) {
    expect(problemOf(await ask(url, bearing(wrong))), wrong).toBe('401 signInNeeded');
  }
  expect(problemOf(await ask(url, { authorization: `Basic ${secret}` }))).toBe('401 signInNeeded');
  expect(problemOf(await ask(url, { authorization: secret }))).toBe('401 signInNeeded');
  expect(problemOf(await ask(url, { cookie: `kannwas.session_token=${secret}` }))).toBe('401 signInNeeded');
});

test('a token goes with the part of whoever made it, and with their account', async () => {
  const { secret } = await made(swetlana);
  const id = running.db.selectFrom('staff').select('id').where('email', '=', 'swetlana@fleischerei.example');
  await running.db.deleteFrom('membership').where('staff_id', 'in', id).execute();
  expect(problemOf(await ask(url, bearing(secret)))).toBe('403 notAllowed');
  await running.db.deleteFrom('staff').where('email', '=', 'swetlana@fleischerei.example').execute();
  expect(problemOf(await ask(url, bearing(secret)))).toBe('401 signInNeeded');
});

test('making and ending tokens is written down', async () => {
  const { rows } = await sql<{ action: string }>`
    select distinct action from audit_event where response_id is null order by 1`.execute(running.db);
  expect(rows.map(({ action }) => action)).toEqual(['token.create', 'token.revoke']);
});

test('an organisation has a bounded number of tokens', async () => {
  const replies = [];
  for (let token = 0; token < 21; token++) replies.push(problemOf(await make(ines, `${token}`)));
  expect(replies.filter((reply) => reply === '200 no problem')).toHaveLength(20);
  expect(replies.at(-1)).toBe('422 invalid');
});
