import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { expect, test } from 'vitest';
import { hasNumber, layOut } from './spread-table.ts';

type Arrived = Record<string, string | number | true | null>;

/** Rows as they arrive from the API. */
const rowsOf = (...rows: Arrived[]) =>
  poolEndpoints.ask.schema.response[200].parse({
    epoch: { epoch: 1, publishedAt: '2026-11-01T00:00:00Z' },
    total: null,
    refused: null,
    rows,
    broader: [],
  }).rows;

test('one dimension is a line for each code', () => {
  const spread = layOut(rowsOf({ german: 'A1', count: 60 }, { german: 'A2', count: null }), ['german']);
  expect(spread?.lines.map(({ code, all }) => [code, all.count])).toEqual([
    ['A1', 60],
    ['A2', null],
  ]);
  expect(spread?.across).toBeUndefined();
});

test('of two dimensions the longer one goes down, with margins at the edges', () => {
  const spread = layOut(
    rowsOf(
      { place: 'a', count: 40 },
      { german: 'A1', count: 30 },
      { german: 'A2', count: 20 },
      { place: 'a', german: 'A1', count: 25 },
      { place: 'a', german: 'A2', count: null, hidden: true },
    ),
    ['place', 'german'],
  );
  expect(spread).toMatchObject({ down: 'german', across: 'place', acrossCodes: ['a'] });
  expect(spread?.lines.map(({ all, across }) => [all.count, across[0]])).toEqual([
    [30, { count: 25, hidden: false }],
    [20, { count: null, hidden: true }],
  ]);
  expect(spread?.foot).toEqual([{ count: 40, hidden: false }]);
});

test('a line without any number can be left out', () => {
  const spread = layOut(rowsOf({ german: 'C1', count: null }, { german: 'A1', count: 10 }), ['german']);
  expect(spread?.lines.map(hasNumber)).toEqual([false, true]);
});

test('without anything to spread by there is no table', () => {
  expect(layOut([], [])).toBeUndefined();
});
