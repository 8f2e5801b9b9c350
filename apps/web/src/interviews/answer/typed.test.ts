import { inputOf } from '@kannwas/schema/survey/inputs';
import { type Question, questions } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { expect, test } from 'vitest';
import { beginningOf, fromAnswer, toAnswer, untyped } from './typed.ts';

/** Spoken into a phone, not typed at a desk. */
const isTyped = (question: Question) => inputOf(question).kind !== 'voice';

const example = (question: Question): unknown => {
  const input = inputOf(question);
  switch (input.kind) {
    case 'choice':
      return input.options[0];
    case 'several':
      return [input.options[0]];
    case 'country':
      return 'SY';
    case 'district':
      return '15087220';
    case 'language':
      return 'ara';
    case 'languages':
      return ['ara', 'kmr'];
    case 'cards':
      return ['bake-bread'];
    case 'fields':
      return ['kitchen'];
    case 'rung':
      return 'SY/basic';
    case 'date':
      return '2026-11-27';
    case 'occupation':
      return '5120';
    case 'year':
      return { year: 1990, about: true };
    case 'consent':
      return { given: false, version: consentVersion };
    case 'voice':
      return undefined;
    case 'text':
      return 'أمل';
  }
};

test('an answer to any question comes out of the form as it went in', () => {
  for (const question of (Object.keys(questions) as Question[]).filter(isTyped)) {
    const answer = example(question);
    expect(toAnswer(question, fromAnswer(question, answer)), question).toEqual({ value: answer });
  }
});

test('declining needs no answer', () => {
  expect(toAnswer('birthYear', { ...untyped, declined: true })).toEqual({ value: 'no-answer' });
});

test('an empty form is missing an answer, a year to come is called so', () => {
  expect(toAnswer('callName', untyped)).toEqual({ wrong: 'invalid_type' });
  expect(toAnswer('birthYear', { ...untyped, year: '2990' })).toEqual({ wrong: 'future' });
  expect(toAnswer('shifts', untyped)).toEqual({ wrong: 'too_small' });
});

test('a form never begins with the words of the person, but with a choice as it stands', () => {
  expect(beginningOf('consider', { value: 'أعتني بأمي', author: null })).toEqual(untyped);
  expect(beginningOf('consider', { value: 'Cares for her mother', author: 'Carla' }).text).toContain(
    'mother',
  );
  expect(beginningOf('gender', { value: 'female', author: null }).one).toBe('female');
});
