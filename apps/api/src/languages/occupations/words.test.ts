import { expect, test } from 'vitest';
import { groupWords } from './words.ts';

test('words lead to the unit groups whose labels hold them, each once', () => {
  const labels = [
    { unitGroup: '5120', text: 'Grill cook' },
    { unitGroup: '5120', text: 'cook, grill' },
    { unitGroup: '7212', text: 'Brazier' },
  ];
  expect(groupWords(labels)).toEqual({ '5120': 'grill cook', '7212': 'brazier' });
});

test('of words that differ in their endings the shorter one stays, and words of every group are left out', () => {
  const labels = Array.from({ length: 13 }, (_, n) => ({
    unitGroup: `${5120 + n}`,
    text: `operator ${'abcdefghijklm'[n]}xyz`,
  }));
  expect(
    groupWords([...labels, { unitGroup: '5120', text: 'welding' }, { unitGroup: '5120', text: 'weld' }]),
  ).toMatchObject({
    '5120': 'axyz weld',
    '5121': 'bxyz',
  });
});

test('a unit group that is cut finely does not push the others out', () => {
  const text = Array.from(
    { length: 100 },
    (_, n) => `w${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.trunc(n / 10)]}`,
  ).join(' ');
  expect(groupWords([{ unitGroup: '5120', text }], 20)['5120']?.split(' ')).toHaveLength(20);
});
