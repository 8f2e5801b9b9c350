import { listEvents, rebuild } from '@kannwas/api/survey/events';
import { keepAsked } from '@kannwas/schema/survey/journey';
import type { Answer, Slot } from '@kannwas/schema/survey/questions';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { CaseWorker, hire, problemOf, signIn } from '../support/people.ts';

let running: Running;
let carla: CaseWorker;
beforeAll(async () => {
  running = await startApp();
  await hire(running, 'carla');
  carla = new CaseWorker(running.url, await signIn(running.url, 'carla'));
});
afterAll(() => running.close());

/** Somebody who says things about several things: each chained to what was said of it before. */
async function berhane() {
  const newcomer = new Newcomer(running.url, { language: 'ti' });
  await newcomer.seeksAdvice();
  const seen = new Map<Slot, string>();
  const says = async (slot: Slot, value: Answer) => {
    const event = { ...newcomer.event('callName', null), question: slot, value };
    const reply = await newcomer.send({ ...event, baseId: seen.get(slot) ?? null });
    if (reply.status === 200) seen.set(slot, event.id);
    return reply;
  };
  return { newcomer, says };
}

test('Berhane names two kinds of work, takes one off the list, and brings it back: nothing is lost', async () => {
  const { newcomer, says } = await berhane();
  const another = v7();
  await says('experienceKind', 'family-business');
  await says('experienceOccupation', '6130');
  await says(`experienceKind/${another}`, 'volunteering');
  await says(`experienceDuration/${another}`, '3-5');
  await says(`experienceRemoved/${another}`, 'removed');
  const file = await carla.open(newcomer);
  expect(keepAsked(file.answers)).not.toHaveProperty([`experienceDuration/${another}`]);
  expect(file.answers[`experienceDuration/${another}`]).toBe('3-5');
  await says(`experienceRemoved/${another}`, null);
  expect(keepAsked((await carla.open(newcomer)).answers)).toMatchObject({
    experienceKind: 'family-business',
    [`experienceDuration/${another}`]: '3-5',
  });
  const rebuilt = await rebuild(running.db, newcomer.siteId, newcomer.responseId);
  expect(rebuilt.answers).toMatchObject({ [`experienceKind/${another}`]: 'volunteering' });
});

test('two people who add something without seeing each other add two things, not one muddle', async () => {
  const { newcomer, says } = await berhane();
  const [hers, theirs] = [v7(), v7()];
  await says(`trainingKind/${hers}`, 'university');
  const typed = { ...newcomer.event('callName', null), question: `trainingKind/${theirs}` as const };
  await carla.answer(newcomer, { ...typed, value: 'apprenticeship', baseId: null, manner: 'case-worker' });
  const { answers, conflicts } = await carla.open(newcomer);
  expect(conflicts).toEqual([]);
  expect(answers).toMatchObject({
    [`trainingKind/${hers}`]: 'university',
    [`trainingKind/${theirs}`]: 'apprenticeship',
  });
});

test('what is said of a piece of work, or of a language, is kept under its code', async () => {
  const { newcomer, says } = await berhane();
  await says('experienceTasks', ['feed-animals', 'milk-animals']);
  expect((await says('taskOften/feed-animals', 'very-often')).status).toBe(200);
  expect((await says('taskToday/feed-animals', 'with-help')).status).toBe(200);
  expect((await says('otherReading/amh', 'well')).status).toBe(200);
  const events = await listEvents(running.db, newcomer.siteId, newcomer.responseId);
  expect(events.map(({ question }) => question)).toContain('taskToday/feed-animals');
});

test.each([
  ['gender/second', 'female'],
  ['experienceKind/second', 'paid'],
  ['taskOften', 'often'],
  ['taskOften/feed-animals', 'sometimes'],
] as [Slot, Answer][])('%s cannot be %s, and the field at fault is named', async (slot, value) => {
  const { says } = await berhane();
  const reply = await says(slot, value);
  expect(problemOf(reply)).toBe('422 invalid');
  expect(reply.body).toMatchObject({ fields: [{ path: expect.stringContaining('events') }] });
});

test('a newcomer does not write what only case workers write, and reads what they wrote', async () => {
  const { newcomer, says } = await berhane();
  expect((await says('appraisal', 'I am the best')).status).toBe(422);
  const typed = { ...newcomer.event('callName', null), question: 'appraisal' as const };
  const reply = await carla.answer(newcomer, {
    ...typed,
    value: 'Sehr geübt',
    baseId: null,
    manner: 'case-worker',
  });
  expect(reply.status).toBe(200);
  expect((await newcomer.read()).body).toMatchObject({
    events: expect.arrayContaining([expect.objectContaining({ question: 'appraisal', value: 'Sehr geübt' })]),
  });
});
