import { expect, test } from 'vitest';
import { changedDenominators, typedRows } from './registered.ts';

const districts = [{ code: 'a' }, { code: 'b' }];
const kept = [{ district: 'a', registered: 120, asOf: '2026-06-30' }];

test('a form that nobody touched keeps nothing and complains about nothing', () => {
  expect(changedDenominators(typedRows(districts, kept), kept)).toEqual({ denominators: [], wrong: [] });
});

test('only the changed district is sent, with thousands written the German way', () => {
  const rows = [
    { district: 'a', registered: '1.200', asOf: '2026-10-31' },
    ...typedRows([{ code: 'b' }], kept),
  ];
  expect(changedDenominators(rows, kept).denominators).toEqual([
    { district: 'a', registered: 1200, asOf: '2026-10-31' },
  ]);
});

test('a number without a day and a day without a number are both asked for', () => {
  const rows = [
    { district: 'a', registered: '7', asOf: '' },
    { district: 'b', registered: '', asOf: '2026-10-31' },
  ];
  expect(changedDenominators(rows, kept)).toEqual({
    denominators: [],
    wrong: [
      { at: 0, field: 'asOf' },
      { at: 1, field: 'registered' },
    ],
  });
});
