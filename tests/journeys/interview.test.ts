import type { NewEvent } from '@kannwas/schema/survey/events';
import type { Answer, Question } from '@kannwas/schema/survey/questions';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { CaseWorker, hire, problemOf, signIn, staff } from '../support/people.ts';

let running: Running;
let carla: CaseWorker;
let clara: CaseWorker;
let amal: Newcomer;

beforeAll(async () => {
  running = await startApp();
  await hire(running, 'carla', 'clara');
  carla = new CaseWorker(running.url, await signIn(running.url, 'carla'));
  clara = new CaseWorker(running.url, await signIn(running.url, 'clara'), 'elsewhere');
});
afterAll(() => running.close());
beforeEach(async () => {
  await running.db.deleteFrom('response').execute();
  await running.db.deleteFrom('audit_event').execute();
  amal = await arrival();
});

async function arrival() {
  const newcomer = new Newcomer(running.url);
  await newcomer.seeksAdvice();
  return newcomer;
}

const staffId = async (name: 'carla' | 'clara') =>
  running.db
    .selectFrom('staff')
    .select('id')
    .where('email', '=', staff[name].email)
    .executeTakeFirstOrThrow()
    .then(({ id }) => id);

/** What Carla types, based on what she sees. */
function typed<Q extends Question>(question: Q, value: Answer<Q>, more: Partial<NewEvent> = {}): NewEvent {
  const recordedAt = new Date().toISOString();
  const made: NewEvent = {
    id: v7(),
    question,
    value,
    baseId: null,
    settles: [],
    manner: 'case-worker',
    language: 'de',
    recordedAt,
  };
  return { ...made, ...more };
}

const audited = () =>
  running.db.selectFrom('audit_event').select(['site_id', 'staff_id', 'action', 'response_id']).execute();

test('Carla completes what Amal said in Arabic; Amal’s own words stay beside it', async () => {
  await amal.says('callName', 'أمل');
  await amal.says('experienceOccupation', '7531');
  const before = await carla.open(amal);
  expect(before.events[0]).toMatchObject({ value: 'أمل', manner: 'self', language: 'ar', author: null });

  const [base] = before.heads.experienceOccupation ?? [];
  const reply = await carla.answer(amal, typed('experienceOccupation', '7532', { baseId: base ?? null }));
  expect(reply.body).toMatchObject({ conflicts: [] });

  const after = await carla.open(amal);
  const ofOccupation = after.events.filter(({ question }) => question === 'experienceOccupation');
  expect(ofOccupation).toMatchObject([
    { value: '7531', manner: 'self', language: 'ar', author: null },
    { value: '7532', manner: 'case-worker', language: 'de', author: 'Carla' },
  ]);
  expect(after.answers.experienceOccupation).toBe('7532');
});

test('two who did not see each other both stand until Carla decides', async () => {
  const mine = typed('germanSpeaking', 'well');
  await amal.says('germanSpeaking', 'a-little');
  expect((await carla.answer(amal, mine)).body).toMatchObject({ conflicts: ['germanSpeaking'] });
  expect(await carla.cases({ filter: 'conflicts' })).toMatchObject([{ conflicts: ['germanSpeaking'] }]);

  const open = await carla.open(amal);
  const values = open.events.filter(({ id }) => open.heads.germanSpeaking?.includes(id));
  expect(values.map(({ value }) => value).toSorted()).toEqual(['a-little', 'well']);
  expect(open.answers.germanSpeaking).toBe('a-little');

  const [baseId = null, ...settles] = open.heads.germanSpeaking ?? [];
  const decision = typed('germanSpeaking', 'everyday', { baseId, settles, manner: 'with-interpreter' });
  expect((await carla.answer(amal, decision)).body).toMatchObject({ conflicts: [] });
  const decided = await carla.open(amal);
  expect(decided.answers.germanSpeaking).toBe('everyday');
  expect(decided.events).toHaveLength(3);
  expect(await carla.cases({ filter: 'conflicts' })).toEqual([]);
});

test('a document that was seen raises the provenance and keeps the answer', async () => {
  await amal.says('germanCertificate', 'B1');
  const [baseId = null] = (await carla.open(amal)).heads.germanCertificate ?? [];
  const seen = typed('germanCertificate', 'B1', { baseId, manner: 'document-seen' });
  expect((await carla.answer(amal, seen)).body).toMatchObject({ conflicts: [] });
  const { events, answers } = await carla.open(amal);
  expect(events.map(({ manner }) => manner)).toEqual(['self', 'document-seen']);
  expect(answers.germanCertificate).toBe('B1');
});

test('Carla cannot speak as Amal, nor Amal as Carla', async () => {
  for (const manner of ['self', 'with-helper'] as const) {
    expect(problemOf(await carla.answer(amal, typed('hours', 'unsure', { manner })))).toBe('422 invalid');
  }
  for (const manner of ['case-worker', 'document-seen'] as const) {
    expect(problemOf(await amal.send({ ...amal.event('hours', 'unsure'), manner }))).toBe('422 invalid');
  }
  expect((await carla.open(amal)).events).toEqual([]);
});

test('a district of another site is no answer here', async () => {
  expect(problemOf(await carla.answer(amal, typed('district', 'mitte')))).toBe('422 districtUnknown');
  expect((await carla.answer(amal, typed('district', '15087220'))).status).toBe(200);
});

test('each reading of a response is written down with who and what', async () => {
  await carla.cases();
  expect(await audited()).toEqual([]);
  await carla.read(amal);
  await carla.read(amal);
  const entry = {
    site_id: 'hettstedt',
    staff_id: await staffId('carla'),
    action: 'interview.read',
    response_id: amal.responseId,
  };
  expect(await audited()).toEqual([entry, entry]);
  expect(problemOf(await carla.read({ responseId: v7() }))).toBe('404 notFound');
  expect(await audited()).toHaveLength(2);
});

test('the case worker of another site sees nothing of Amal', async () => {
  await amal.says('callName', 'أمل');
  expect(await clara.cases()).toEqual([]);
  expect(problemOf(await clara.read(amal))).toBe('404 notFound');
  expect(problemOf(await clara.answer(amal, typed('hours', 'full-time')))).toBe('404 notFound');
  expect(problemOf(await clara.close(amal, true))).toBe('404 notFound');
  const atHettstedt = new CaseWorker(running.url, clara.session);
  expect(problemOf(await atHettstedt.list())).toBe('403 notAllowed');
  expect(problemOf(await atHettstedt.read(amal))).toBe('403 notAllowed');
  expect(problemOf(await atHettstedt.answer(amal, typed('hours', 'full-time')))).toBe('403 notAllowed');
  expect(problemOf(await atHettstedt.close(amal, true))).toBe('403 notAllowed');
  expect(await carla.cases()).toMatchObject([{ answered: 2, status: 'open' }]);
});

test('a closed response takes no answers from anybody until it is opened as it was', async () => {
  const berhane = await arrival();
  await berhane.submit();
  for (const [newcomer, before] of [
    [amal, 'open'],
    [berhane, 'submitted'],
  ] as const) {
    expect((await carla.close(newcomer, true)).body).toEqual({ status: 'closed' });
    expect((await carla.close(newcomer, true)).body).toEqual({ status: 'closed' });
    expect(problemOf(await newcomer.says('hours', 'full-time'))).toBe('409 responseClosed');
    expect(problemOf(await newcomer.submit())).toBe('409 responseClosed');
    expect(problemOf(await carla.answer(newcomer, typed('hours', 'full-time')))).toBe('409 responseClosed');
    expect((await carla.open(newcomer)).events).toEqual([]);
    expect((await carla.close(newcomer, false)).body).toEqual({ status: before });
    expect((await newcomer.send(newcomer.event('gender', 'female'))).status).toBe(200);
  }
  const actions = (await audited())
    .map(({ action }) => action)
    .filter((action) => action !== 'interview.read');
  expect(actions.toSorted()).toEqual([
    'interview.close',
    'interview.close',
    'interview.reopen',
    'interview.reopen',
  ]);
});

test('nobody else says yes to a purpose for Amal, but a no may be written down for her', async () => {
  const consent = (given: boolean) => ({ given, version: '2026-11' });
  await amal.says('consentStatistics', consent(true));
  expect(problemOf(await carla.answer(amal, typed('consentPool', consent(true))))).toBe('422 invalid');
  const seen = { baseId: amal.seen.consentStatistics ?? null };
  expect((await carla.answer(amal, typed('consentStatistics', consent(false), seen))).status).toBe(200);
  expect((await carla.open(amal)).answers).toEqual({ consentStatistics: consent(false) });
});

test('whoever does not want advice is not read, not listed, and not answered for', async () => {
  const berhane = new Newcomer(running.url);
  await berhane.start();
  await berhane.says('callName', 'Berhane');
  const listed = async () => (await carla.cases({ search: 'Berhane' })).length;
  const answering = () =>
    carla.answer(berhane, { ...berhane.event('hours', 'full-time'), manner: 'case-worker' });
  expect(await listed()).toBe(0);
  expect(problemOf(await carla.read(berhane))).toBe('404 notFound');
  expect(problemOf(await answering())).toBe('404 notFound');
  expect(problemOf(await carla.close(berhane, true))).toBe('404 notFound');
  await berhane.says('consentCounselling', { given: true, version: '2026-11' });
  expect(await listed()).toBe(1);
  expect((await carla.read(berhane)).status).toBe(200);
  await berhane.says('consentCounselling', { given: false, version: '2026-11' });
  expect(await listed()).toBe(0);
  expect(problemOf(await carla.read(berhane))).toBe('404 notFound');
});

test('a consent can be taken back from a closed response, and then nobody reads it', async () => {
  await amal.says('consentPool', { given: true, version: '2026-11' });
  await carla.close(amal, true);
  expect(problemOf(await amal.says('consentPool', { given: true, version: '2026-11' }))).toBe(
    '409 responseClosed',
  );
  expect(problemOf(await amal.says('hours', 'full-time'))).toBe('409 responseClosed');
  const { responseId } = amal;
  const row = () =>
    running.db
      .selectFrom('response')
      .select('answers')
      .where('response_id', '=', responseId)
      .executeTakeFirstOrThrow();
  expect((await amal.says('consentCounselling', { given: false, version: '2026-11' })).status).toBe(200);
  expect((await row()).answers.consentCounselling).toMatchObject({ given: false });
  expect(problemOf(await carla.read(amal))).toBe('404 notFound');
});
