import type { AnswerEvent } from '@kannwas/schema/survey/events';
import type { Question } from '@kannwas/schema/survey/questions';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { nextRow, rowsOf } from './rows.ts';

function event(
  question: Question,
  value: AnswerEvent['value'],
  more: Partial<AnswerEvent> = {},
): AnswerEvent {
  const now = '2026-11-22T10:00:00.000Z';
  return {
    id: v7(),
    question,
    value,
    baseId: null,
    settles: [],
    manner: 'self',
    language: 'ar',
    recordedAt: now,
    receivedAt: now,
    author: null,
    ...more,
  };
}
const rowOf = (events: AnswerEvent[], question: Question) =>
  rowsOf(events).asked.find((row) => row.question === question);

test('the own words of the newcomer stay in sight after the case worker has completed them', () => {
  const own = event('consider', 'أعتني بأمي');
  const staff = event('consider', 'Cares for her mother', {
    baseId: own.id,
    manner: 'case-worker',
    author: 'Carla',
  });
  const row = rowOf([own, staff], 'consider');
  expect(row?.heads).toEqual([staff]);
  expect(row?.own).toEqual(own);
  expect(row?.history).toEqual([staff, own]);
});

test('two answers that did not see each other both stand', () => {
  const own = event('hours', 'full-time');
  const staff = event('hours', 'part-time', { manner: 'case-worker', author: 'Carla' });
  const row = rowOf([staff, own], 'hours');
  expect(row?.conflict).toBe(true);
  expect(row?.heads).toEqual([own, staff]);
});

test('declining is an answer, taking back is not', () => {
  const declined = event('gender', 'no-answer');
  expect(rowOf([declined], 'gender')?.unanswered).toBe(false);
  const back = event('gender', null, { baseId: declined.id });
  expect(rowOf([declined, back], 'gender')?.unanswered).toBe(true);
});

test('what is no longer asked is kept apart, not lost', () => {
  const events = [event('germanSpeaking', 'none'), event('germanReading', 'well')];
  const { asked, unasked } = rowsOf(events);
  expect(asked.map(({ question }) => question)).not.toContain('germanReading');
  expect(unasked.map(({ question }) => question)).toEqual(['germanReading']);
});

test('the next unanswered question is found round the end', () => {
  const { asked } = rowsOf([event('accompaniment', 'alone')]);
  const unanswered = (row: { unanswered: boolean }) => row.unanswered;
  expect(nextRow(asked, undefined, unanswered)).toBe('listeningLanguages');
  expect(nextRow(asked, 'nextSteps', unanswered)).toBe('listeningLanguages');
  expect(nextRow([], undefined, unanswered)).toBeUndefined();
});
