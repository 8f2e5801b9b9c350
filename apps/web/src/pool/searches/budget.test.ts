import { expect, test } from 'vitest';
import { isLow, tightest } from './budget.ts';

const fresh = {
  today: { used: 0, most: 60 },
  tables: { used: 0, most: 300 },
  cells: { used: 0, most: 20_000 },
  organisation: { used: 0, most: 900 },
};

test('nobody is warned before four fifths are used', () => {
  expect(isLow(fresh)).toBe(false);
  expect(isLow({ ...fresh, today: { used: 48, most: 60 } })).toBe(false);
  expect(isLow({ ...fresh, today: { used: 49, most: 60 } })).toBe(true);
});

test('what ends first is named, also when colleagues used it', () => {
  expect(
    tightest({ ...fresh, today: { used: 30, most: 60 }, organisation: { used: 890, most: 900 } }),
  ).toEqual({
    name: 'organisation',
    left: 10,
    share: 10 / 900,
  });
});

test('more used than there is leaves nothing, not less', () => {
  expect(tightest({ ...fresh, cells: { used: 20_010, most: 20_000 } }).left).toBe(0);
});
