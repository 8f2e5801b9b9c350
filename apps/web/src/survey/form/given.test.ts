import { inputOf } from '@kannwas/schema/survey/inputs';
import { type Answer, noAnswer, type Question, questions } from '@kannwas/schema/survey/questions';
import { expect, test } from 'vitest';
import { answerFrom, type Given, givenFrom, problemWith, westernDigits } from './given.ts';

const nothing: Given = { many: [], about: false, declined: false };

test('a year may be typed in Arabic and in Persian digits', () => {
  expect(answerFrom('birthYear', { ...nothing, one: ' ١٩٨٧ ' })).toEqual({ year: 1987, about: false });
  expect(answerFrom('birthYear', { ...nothing, one: '۱۹۸۷', about: true })).toEqual({
    year: 1987,
    about: true,
  });
  expect(westernDigits('٠٩ ۰۹')).toBe('09 09');
});

test('a year that cannot be is named by its fault', () => {
  expect(problemWith('birthYear', { ...nothing, one: '87' })).toBe('too_small');
  expect(problemWith('birthYear', { ...nothing, one: '2999' })).toBe('future');
  expect(problemWith('birthYear', { ...nothing, one: 'nineteen' })).toBe('invalid_type');
  expect(problemWith('birthYear', nothing)).toBe('missing');
});

test('a year of another calendar, or an age, is kept with the Gregorian year that it means', () => {
  const persian = { ...nothing, one: '۱۳۶۶', count: 'persian' } as const;
  const said = { year: 1987, about: false, said: { calendar: 'persian', year: 1366 } };
  expect(answerFrom('birthYear', persian)).toEqual(said);
  expect(givenFrom('birthYear', { ...said, said: { calendar: 'persian', year: 1366 } })).toMatchObject({
    one: '1366',
    count: 'persian',
  });
  const byAge = answerFrom('arrivalYear', { ...nothing, one: '20', count: 'age', born: 1987 });
  expect(byAge).toEqual({ year: 2007, about: true, said: { age: 20 } });
  const now = new Date().getUTCFullYear();
  expect(answerFrom('birthYear', { ...nothing, one: '30', count: 'age' })).toMatchObject({ year: now - 30 });
  expect(problemWith('birthYear', { ...nothing, count: 'age' })).toBe('missingAge');
  expect(problemWith('birthYear', { ...nothing, one: '300', count: 'age' })).toBe('age');
});

test('"cannot or do not want to say" is an answer to every question', () => {
  for (const question of Object.keys(questions) as Question[]) {
    const given = givenFrom(question, noAnswer);
    expect([question, answerFrom(question, given)]).toEqual([question, noAnswer]);
    expect(problemWith(question, given)).toBeUndefined();
  }
});

test('a kept answer comes back on the screen as it was given', () => {
  const kept: { [Q in Question]?: Answer<Q> } = {
    accompaniment: 'helper',
    consentPool: { given: false, version: '2026-11' },
    callName: 'Amal',
    birthYear: { year: 1987, about: true },
    otherLanguages: [],
    listeningLanguages: ['ara', 'deu'],
    shifts: ['early', 'night'],
    experienceOccupation: '5120',
  };
  for (const [question, answer] of Object.entries(kept) as [Question, Answer][]) {
    expect([question, answerFrom(question, givenFrom(question, answer))]).toEqual([question, answer]);
  }
});

test('nothing is preselected', () => {
  for (const question of Object.keys(questions) as Question[]) {
    expect([inputOf(question).kind, answerFrom(question, givenFrom(question, undefined))]).toEqual([
      inputOf(question).kind,
      undefined,
    ]);
  }
});
