import { PoolQuery } from '@kannwas/schema/pool/grammar';
import { expect, test } from 'vitest';
import { readQuestion, textOf } from './question.ts';

const read = (text: string) => PoolQuery.parse(Object.fromEntries(new URLSearchParams(text)));

test.each([
  ['occupation=72&german=B1', 'german=B1&occupation=72'],
  ['place=15087&by=place,occupation', 'by=occupation,place&place=15087'],
  ['', ''],
])('a question has one spelling, however it is put: %s', (put, spelled) => {
  expect(textOf(read(put))).toBe(spelled);
  expect(textOf(readQuestion(spelled) ?? read('german=A1'))).toBe(spelled);
});

test.each(['german=B1&german=C1', 'religion=any', 'german=B9', 'gender=female&by=place'])(
  'what the grammar does not know is no question: %s',
  (text) => {
    expect(readQuestion(text)).toBeUndefined();
  },
);
