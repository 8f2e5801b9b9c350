import { listedCodes, PoolQuery } from '@kannwas/schema/pool/grammar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PoolSearch } from '../../app/paths.ts';
import {
  boundOf,
  conditionsOf,
  questionOf,
  sendable,
  spreadOf,
  textOf,
  withCondition,
  withCourse,
  withSpread,
} from './question.ts';

const listed = Object.entries(listedCodes).map(
  ([name, codes]) => [name, fc.option(fc.constantFrom(...codes), { nil: undefined })] as const,
);
const names = ['occupation', 'place', ...Object.keys(listedCodes)];
const anyQuestion = fc
  .record({
    occupation: fc.option(fc.constantFrom('7', '71', '711', '7112'), { nil: undefined }),
    place: fc.option(fc.constantFrom('15', '15087', '15087220'), { nil: undefined }),
    ...Object.fromEntries(listed),
    by: fc.option(
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((by) => by.join(',')),
      { nil: undefined },
    ),
  })
  .map((question) => PoolSearch.parse(question));

test('a question survives its way through an address', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const read = questionOf(textOf(question));
      expect(conditionsOf(read)).toEqual(conditionsOf(question));
      expect(spreadOf(read)).toEqual(spreadOf(question));
      expect(textOf(read)).toBe(textOf(question));
    }),
  );
});

test('what stands in the way of a question is exactly what the grammar refuses', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(boundOf(question) === undefined).toBe(PoolQuery.safeParse(sendable(question)).success);
    }),
  );
});

test('four things may be asked at once; the fifth is one too many', () => {
  const four = PoolSearch.parse({ occupation: '51', german: 'B1', availability: 'work', by: 'place' });
  expect(boundOf(four)).toBeUndefined();
  expect(boundOf(withCondition(four, 'licence', 'truck'))).toBe('tooManyDimensions');
});

test('gender is not spread out below a region', () => {
  const women = PoolSearch.parse({ gender: 'female' });
  expect(boundOf(withCondition(women, 'place', '15'))).toBeUndefined();
  expect(boundOf(withCondition(women, 'place', '15087220'))).toBe('tooFineForPersons');
});

test('a list that is fixed to one code is no longer spread out; a tree still is', () => {
  const spread = withSpread({}, ['german', 'occupation']);
  expect(spreadOf(withCondition(spread, 'german', 'B1'))).toEqual(['occupation']);
  expect(spreadOf(withCondition(spread, 'occupation', '7'))).toEqual(['occupation', 'german']);
});

test('the second question asks for one level less of German, and only of those who asked who is ready', () => {
  expect(withCourse({ german: 'B1' })).toBeUndefined();
  expect(textOf(withCourse({ german: 'B1', availability: 'work', by: 'place' }) ?? {})).toBe(
    'availability=course&german=A2',
  );
  expect(textOf(withCourse({ german: 'A1', availability: 'work' }) ?? {})).toBe('availability=course');
});

test('an address with parts that do not exist still opens the page', () => {
  expect(textOf(questionOf('german=C7&occupation=chef&by=religion&place=15087220'))).toBe('place=15087220');
});
