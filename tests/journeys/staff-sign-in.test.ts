import { limits } from '@kannwas/api/limits';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { request } from '../support/newcomers.ts';
import { cookieOf, hire, problemOf, type StaffName, signIn, staff } from '../support/people.ts';

let running: Running;
let url: string;

beforeAll(async () => {
  // Waits that no slow machine outlasts while it looks at passwords.
  const signIn = { ...limits.signIn, firstWait: 60 };
  running = await startApp({ limits: { ...limits, signIn } });
  url = running.url;
  await hire(running, 'carla', 'cem', 'ines', 'olu');
});
afterAll(() => running.close());

const attempt = (email: string, password: string, headers: Record<string, string> = {}) =>
  request(url, accountsEndpoints.signIn, { body: { email, password } }, headers);
const me = (headers: Record<string, string>) => request(url, accountsEndpoints.me, {}, headers);
const caseload = (headers: Record<string, string>) =>
  request(url, interviewsEndpoints.list, { params: { siteId: 'hettstedt' }, querystring: {} }, headers);
const forgetFailures = () => sql`delete from sign_in_attempt`.execute(running.db);
const moveSessions = (column: string, by: string) =>
  sql`update staff_session set ${sql.ref(column)} = ${sql.ref(column)} - ${by}::interval`.execute(running.db);

test('Carla signs in and the page knows who she is and where she plays', async () => {
  const { email, password } = staff.carla;
  const reply = await attempt(email.toUpperCase(), password);
  const carla = { name: 'Carla', email, operator: false, plays: staff.carla.plays };
  expect(reply.body).toEqual({ me: carla });
  expect((await me({ cookie: cookieOf(reply) })).body).toEqual({ me: carla });
  expect((await me({})).body).toEqual({ me: null });
});

test('the operator plays at every site', async () => {
  const reply = await me(await signIn(url, 'olu'));
  expect(reply.body).toEqual({ me: expect.objectContaining({ name: 'Olu', operator: true, plays: [] }) });
});

test('the session is a cookie that scripts, other sites, and the next day do not get', async () => {
  const [cookie = ''] = (await attempt(staff.carla.email, staff.carla.password)).headers.getSetCookie();
  const flags = cookie.split('; ').slice(1);
  expect(flags.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
});

test('over https the cookie never travels in the clear', async () => {
  const config = { CORS_ORIGINS: [], PUBLIC_URL: 'https://kannwas.example', TRUST_PROXY: false };
  const secure = await startApp({ config });
  await hire(secure, 'carla');
  const { email, password } = staff.carla;
  const reply = await request(secure.url, accountsEndpoints.signIn, { body: { email, password } });
  const [cookie = ''] = reply.headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-kannwas\.session_token=.*; Secure/);
  const answer = await request(secure.url, accountsEndpoints.me, {}, { cookie: cookieOf(reply) });
  expect(answer.body).toMatchObject({ me: { name: 'Carla' } });
  await secure.close();
});

test('a wrong password and an unknown e-mail get the same answer in about the same time', async () => {
  const timed = async (email: string) => {
    const start = performance.now();
    const reply = await attempt(email, 'this is not it, sorry');
    return { reply, took: performance.now() - start };
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const wrong = await timed(staff.ines.email);
    const nobody = await timed('nobody@hettstedt.example');
    known.push(wrong.took);
    unknown.push(nobody.took);
    expect(wrong.reply.status).toBe(401);
    expect(nobody.reply.body).toEqual(wrong.reply.body);
    expect(problemOf(nobody.reply)).toBe('401 wrongSignIn');
    expect(nobody.reply.headers.getSetCookie()).toEqual([]);
  }
  // Hashing takes tens of milliseconds; without it, the unknown one would be faster by an order of magnitude.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  await forgetFailures();
});

test('failed sign-ins slow down, for an account that exists and for one that does not', async () => {
  for (const email of [staff.cem.email, 'nobody@hettstedt.example']) {
    // At the same moment, as a program would.
    const tries = await Promise.all(Array.from({ length: 12 }, () => attempt(email, 'guessing')));
    const codes = tries.map(problemOf);
    expect(codes.filter((code) => code === '401 wrongSignIn')).toHaveLength(6);
    const slowed = tries.filter((reply) => reply.status === 429);
    expect(slowed).toHaveLength(6);
    expect(slowed[0]?.body).toMatchObject({ code: 'tooManyRequests', retryAfter: expect.any(Number) });
    expect(slowed[0]?.headers.get('retry-after')).toMatch(/^(5\d|60)$/);
  }
  const right = await attempt(staff.cem.email, staff.cem.password);
  expect(problemOf(right)).toBe('429 tooManyRequests');
  await sql`update sign_in_attempt set next_at = now()`.execute(running.db);
  await signIn(url, 'cem');
  // Having proved himself, he may mistype again.
  expect(problemOf(await attempt(staff.cem.email, 'guessing'))).toBe('401 wrongSignIn');
  await forgetFailures();
});

test('guessing at many accounts from one address slows down too', async () => {
  const emails = Array.from({ length: 40 }, (_, number) => `guess-${number}@hettstedt.example`);
  const codes: string[] = [];
  for (const email of emails) codes.push(problemOf(await attempt(email, 'summer2026')));
  expect(codes.filter((code) => code === '401 wrongSignIn').length).toBe(31);
  expect(codes.at(-1)).toBe('429 tooManyRequests');
  await forgetFailures();
});

test('no e-mail and no address is kept for a failed sign-in', async () => {
  await attempt('private@mail.example', 'guessing');
  const { rows } = await sql`select * from sign_in_attempt`.execute(running.db);
  expect(JSON.stringify(rows)).not.toMatch(/private|127\.0\.0\.1/);
  await forgetFailures();
});

test('signing out ends the session, not only the cookie', async () => {
  const carla = await signIn(url, 'carla');
  expect((await caseload(carla)).status).toBe(200);
  const out = await request(url, accountsEndpoints.signOut, {}, carla);
  expect(out.body).toEqual({ me: null });
  expect(out.headers.getSetCookie().join()).toContain('kannwas.session_token=; Max-Age=0');
  expect(problemOf(await caseload(carla))).toBe('401 signInNeeded');
  expect((await me(carla)).body).toEqual({ me: null });
});

test('whoever signs in at the same browser ends the session of the one before', async () => {
  const carla = await signIn(url, 'carla');
  await attempt(staff.ines.email, staff.ines.password, carla);
  expect(problemOf(await caseload(carla))).toBe('401 signInNeeded');
});

test.each<[string, string, string]>([
  ['nobody used for eight hours', 'expiresAt', '8 hours 1 second'],
  ['older than seven days, however busy', 'createdAt', '7 days 1 second'],
])('a session %s is over', async (_, column, by) => {
  const carla = await signIn(url, 'carla');
  expect((await caseload(carla)).status).toBe(200);
  await moveSessions(column, by);
  expect(problemOf(await caseload(carla))).toBe('401 signInNeeded');
});

test('a session in use goes on after eight hours', async () => {
  const carla = await signIn(url, 'carla');
  await moveSessions('expiresAt', '7 hours');
  expect((await caseload(carla)).status).toBe(200);
  await moveSessions('expiresAt', '7 hours');
  expect((await caseload(carla)).status).toBe(200);
});

test('a cookie that was made up, changed, or cut is nobody', async () => {
  const { cookie = '' } = await signIn(url, 'carla');
  const forged = cookie.replace(/=(...)/, '=abc');
  const cut = cookie.slice(0, -10);
  for (const made of [forged, cut, 'kannwas.session_token=%E0%A4%A', 'kannwas.session_token=x.y']) {
    expect(problemOf(await caseload({ cookie: made }))).toBe('401 signInNeeded');
  }
});

test('a part that is taken away is gone at the next request', async () => {
  const cem = await signIn(url, 'cem');
  expect((await caseload(cem)).status).toBe(200);
  await running.db.deleteFrom('membership').where('staff_id', 'in', staffId('cem')).execute();
  expect(problemOf(await caseload(cem))).toBe('403 notAllowed');
});

const staffId = (name: StaffName) =>
  running.db.selectFrom('staff').select('id').where('email', '=', staff[name].email);

test('a change that another page makes with the session of this browser is refused', async () => {
  const carla = await signIn(url, 'carla');
  const port = new URL(url).port;
  const foreign = [
    'https://eve.example',
    'null',
    `http://127.0.0.1.eve.example:${port}`,
    `http://127.0.0.1:1`,
    '',
  ];
  for (const origin of foreign) {
    const reply = await request(url, accountsEndpoints.signOut, {}, { ...carla, origin });
    expect(problemOf(reply), origin).toBe('403 notAllowed');
  }
  const { cookie = '' } = carla;
  expect(problemOf(await request(url, accountsEndpoints.signOut, {}, { cookie }))).toBe('403 notAllowed');
  const { email, password } = staff.carla;
  expect(problemOf(await attempt(email, password, { origin: 'https://eve.example' }))).toBe('403 notAllowed');
  expect((await caseload(carla)).status).toBe(200);
});

test('a page on the list of known origins, and the public address, may change things', async () => {
  const config = {
    CORS_ORIGINS: ['https://board.example'],
    PUBLIC_URL: 'http://kannwas.example/',
    TRUST_PROXY: false,
  };
  const known = await startApp({ config });
  await hire(known, 'carla');
  const { cookie = '' } = await signIn(known.url, 'carla');
  for (const origin of ['https://board.example', 'http://kannwas.example', known.url]) {
    const reply = await request(known.url, accountsEndpoints.signOut, {}, { cookie, origin });
    expect(reply.status, origin).toBe(200);
  }
  await known.close();
});
