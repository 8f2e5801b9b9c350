import { expect, test } from 'vitest';
import { addedEntries, entriesOf, groupOf, isSlot } from './entries.ts';
import { answerProblem, SlotName } from './events.ts';
import { partsOf, slotOf } from './questions.ts';

const oneMore = '01900000-0000-7000-8000-000000000001';

test.each([
  ['gender', true],
  ['gender/x', false],
  ['experienceKind', true],
  [`experienceKind/${oneMore}`, true],
  ['experienceKind/second', false],
  ['taskOften', false],
  ['taskOften/bake-bread', true],
  ['taskOften/Bake', false],
  ['otherReading/fra', true],
  ['otherReading/french', false],
  ['somethingElse', false],
])('%s can hold an answer: %s', (slot, can) => {
  expect(SlotName.safeParse(slot).success).toBe(can);
});

test('a slot is taken apart as it was put together', () => {
  expect(partsOf(slotOf('experienceKind', oneMore))).toEqual({ question: 'experienceKind', entry: oneMore });
  expect(partsOf(slotOf('gender'))).toEqual({ question: 'gender', entry: undefined });
  expect(isSlot(slotOf('taskToday', 'bake-bread'))).toBe(true);
});

test('an answer about one of several things is checked like any other', () => {
  expect(answerProblem(`experienceKind/${oneMore}`, 'care')).toBeUndefined();
  expect(answerProblem('taskOften/bake-bread', 'sometimes')).toBe('invalid_value');
});

test('things stand in the order in which they were added; what was taken off is still known', () => {
  const answers = { [`trainingKind/${oneMore}`]: 'other', trainingRemoved: 'removed' } as const;
  expect(entriesOf(answers, 'training')).toEqual([oneMore]);
  expect(addedEntries(answers, 'training')).toEqual([undefined, oneMore]);
  expect(groupOf('trainingRemoved')).toBe('training');
});

test('languages with pages of their own are not asked about twice', () => {
  expect(entriesOf({ motherTongue: 'ara', otherLanguages: ['ara', 'fra', 'eng'] }, 'language')).toEqual([
    'fra',
  ]);
});
