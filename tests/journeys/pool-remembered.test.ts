import { makeRulesOf } from '@kannwas/api/pool/rules';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { publishTown, townOf } from '../support/epoch-town.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, type StaffName, signIn } from '../support/people.ts';
import { ask, table, townLimits } from '../support/town.ts';

type Session = Record<string, string>;
const params = { siteId: 'hettstedt' };

let running: Running;
let url: string;
let dmitri: Session;
let ines: Session;
let last = 0;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  url = running.url;
  await hire(running, 'dmitri', 'ines', 'olu');
  [dmitri, ines] = await Promise.all([signIn(url, 'dmitri'), signIn(url, 'ines')]);
});
afterAll(() => running.close());
// Everybody's budget is new in each story.
beforeEach(() => publish(600));

async function publish(people: number): Promise<void> {
  last += 1;
  await publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, last, townOf(people));
}

const historyOf = async (session: Session, question: string) => {
  const querystring = Object.fromEntries(new URLSearchParams(question)) as Record<string, never>;
  return bodyOf(
    poolEndpoints.history,
    await request(url, poolEndpoints.history, { params, querystring }, session),
  ).history;
};
const budgetOf = async (session: Session) =>
  bodyOf(poolEndpoints.budget, await request(url, poolEndpoints.budget, { params }, session));

test('whoever has an answer is told that it still stands, until the next epoch', async () => {
  const first = await ask(url, dmitri, 'by=german');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const known = { 'if-none-match': `"other", W/${etag}` };
  const second = await ask(url, { ...dmitri, ...known }, 'by=german');
  expect([second.status, second.body, second.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await ask(url, { ...dmitri, ...known }, 'by=education')).status).toBe(200);
  expect((await ask(url, { ...ines, ...known }, 'by=german')).status).toBe(304);
  await publish(900);
  const next = await ask(url, { ...dmitri, ...known }, 'by=german');
  expect(next.status).toBe(200);
  expect(next.headers.get('etag')).not.toBe(etag);
});

test('an answer that nobody needs to be sent again is written down all the same', async () => {
  const etag = (await ask(url, dmitri, 'by=licence')).headers.get('etag') ?? '';
  await ask(url, { ...dmitri, 'if-none-match': etag }, 'by=licence');
  const rows = await running.db
    .selectFrom('pool_question')
    .select('repeated')
    .where('question', '=', 'by=licence')
    .orderBy('asked_at')
    .execute();
  expect(rows.map(({ repeated }) => repeated)).toEqual([false, true]);
});

test('taking somebody out of an epoch changes neither an answer nor its ETag', async () => {
  const question = 'occupation=72&by=availability,education';
  const before = await ask(url, dmitri, question);
  await running.db
    .deleteFrom('snapshot_person')
    .where('epoch', '=', last)
    .where('gender', '=', 'male')
    .execute();
  await running.db.updateTable('snapshot').set({ revision: 1 }).where('epoch', '=', last).execute();
  const after = await ask(url, ines, question);
  expect(after.body).toEqual(before.body);
  expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
});

test('what was asked before is listed, each question once, the latest first', async () => {
  for (const question of ['by=age', 'by=gender', 'by=age']) await table(url, dmitri, question);
  const reply = await request(url, poolEndpoints.asked, { params }, dmitri);
  const { asked } = bodyOf(poolEndpoints.asked, reply);
  expect(asked.slice(0, 2).map(({ question }) => question)).toEqual(['by=age', 'by=gender']);
  expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
});

test('the history of a question is what each epoch published, and asks the present one', async () => {
  await publish(1200);
  const { total } = await table(url, ines, 'occupation=71');
  const before = (await budgetOf(dmitri)).tables.used;
  const history = await historyOf(dmitri, 'occupation=71');
  expect(history.map(({ epoch }) => epoch)).toEqual(Array.from({ length: last }, (_, epoch) => epoch + 1));
  expect(history.at(-1)?.total).toBe(total);
  expect(history.at(0)?.total).toBeLessThan(total ?? 0);
  expect((await budgetOf(dmitri)).tables.used).toBe(before + 1);
});

test('of a narrow question the history shows the epochs in which the organisation asked it, and no others', async () => {
  const question = 'availability=work&german=A1&occupation=71';
  await table(url, ines, question);
  await publish(900);
  expect((await historyOf(dmitri, question)).map(({ epoch }) => epoch)).toEqual([last]);
  expect((await historyOf(ines, question)).map(({ epoch }) => epoch)).toEqual([last - 1, last]);
});

test('the history of what is too small to be asked about is withheld in every epoch', async () => {
  const history = await historyOf(dmitri, 'occupation=2320');
  expect(history.map(({ total }) => total)).toEqual(history.map(() => null));
});

test('the history tells no fact of people of whom nearly all are alike, in any epoch', async () => {
  const history = await historyOf(dmitri, 'occupation=71&experience=3-10');
  expect(history.length).toBeGreaterThan(1);
  expect(history.map(({ total }) => total)).toEqual(history.map(() => null));
});

const save = (session: Session, search: { id: string; name: string; question: string }) =>
  request(url, poolEndpoints.save, { params, body: search }, session);
const saved = async (session: Session) =>
  bodyOf(poolEndpoints.saved, await request(url, poolEndpoints.saved, { params }, session)).saved;
const forget = (session: Session, searchId: string) =>
  request(url, poolEndpoints.forget, { params: { ...params, searchId } }, session);

test('a search that is kept says in the next epoch whether its number changed', async () => {
  const search = { id: v7(), name: 'Maurer', question: 'occupation=71&german=A1' };
  expect((await save(dmitri, search)).status).toBe(200);
  expect((await save(dmitri, search)).status).toBe(200);
  await publish(1200);
  const [report] = await saved(dmitri);
  expect(report).toMatchObject({
    id: search.id,
    name: 'Maurer',
    question: 'german=A1&occupation=71',
    changed: true,
  });
  expect(report?.total).toBeGreaterThan(report?.before ?? 1e9);
  // Once for each epoch, however often one looks.
  const { used } = (await budgetOf(dmitri)).tables;
  await saved(dmitri);
  expect((await budgetOf(dmitri)).tables.used).toBe(used);

  expect(await saved(ines)).toEqual([]);
  expect(problemOf(await forget(ines, search.id))).toBe('404 notFound');
  expect(problemOf(await save(ines, search))).toBe('409 replayedWithOtherContent');
  expect((await forget(dmitri, search.id)).body).toEqual({ removed: true });
  expect(await saved(dmitri)).toEqual([]);
});

test('a kept search whose place is no longer published has no number', async () => {
  const search = { id: v7(), name: 'Walbeck', question: 'place=walbeck' };
  await save(ines, search);
  expect(await saved(ines)).toEqual([{ ...search, changed: false }]);
  await forget(ines, search.id);
});

test('only questions of the grammar are kept, and not without end', async () => {
  const kept = (question: string) => save(ines, { id: v7(), name: 'eine', question });
  expect(problemOf(await kept('religion=any'))).toBe('422 invalid');
  expect(problemOf(await kept('german=A1&german=B1'))).toBe('422 invalid');
  const codes = [];
  for (let search = 0; search < 21; search++) codes.push(problemOf(await kept('german=A1')));
  expect(codes.filter((code) => code === '200 no problem')).toHaveLength(20);
  expect(codes.at(-1)).toBe('422 invalid');
});

test('places are those of the last epoch', async () => {
  const reply = await request(url, poolEndpoints.places, { params }, dmitri);
  expect(bodyOf(poolEndpoints.places, reply).places.map(({ code }) => code)).toEqual([
    '15087',
    'hettstedt',
    'eisleben',
  ]);
  const elsewhere = await request(
    url,
    poolEndpoints.places,
    { params: { siteId: 'elsewhere' } },
    await hired('daria'),
  );
  expect(problemOf(elsewhere)).toBe('409 noSnapshotYet');
});

async function hired(name: StaffName): Promise<Session> {
  await hire(running, name);
  return signIn(url, name);
}

const alarms = async (session: Session) =>
  bodyOf(poolEndpoints.alarms, await request(url, poolEndpoints.alarms, { params }, session)).alarms;

test('pairs of questions that differ in one condition raise an alarm for those who run the site', async () => {
  expect(await alarms(ines)).toEqual([]);
  const levels = ['A1', 'A2', 'B1', 'B2', 'C1'];
  const pairs = ['71', '72', '91', '23'].flatMap((occupation) => [
    `occupation=${occupation}`,
    ...levels.map((german) => `occupation=${occupation}&german=${german}&education=school`),
    ...levels.map((german) => `occupation=${occupation}&german=${german}`),
  ]);
  for (const question of pairs) await ask(url, dmitri, question);
  const raised = await alarms(await signIn(url, 'olu'));
  expect(raised).toContainEqual({
    kind: 'near-duplicates',
    at: expect.any(String),
    epoch: last,
    organisation: 'dmitri@hettstedt.example',
    accounts: ['dmitri@hettstedt.example'],
    questions: expect.any(Number),
  });
  expect(problemOf(await request(url, poolEndpoints.alarms, { params }, dmitri))).toBe('403 notAllowed');
});
