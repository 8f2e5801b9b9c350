import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundReached, budget, cornersOf, organisationFactor, type Use } from './budget.ts';
import { allLayers } from './layers.ts';

const rules = { layers: allLayers };
const nothing: Use = { tablesToday: 0, tables: 0, cells: 0, corners: new Map() };
const fresh = { account: nothing, organisation: nothing };
const table: Use = { ...nothing, tablesToday: 1, tables: 1, cells: 30 };

test('the sixtieth new table of a day is answered and the next is not', () => {
  const after = (tables: number) => ({ ...fresh, account: { ...nothing, tablesToday: tables, tables } });
  expect(boundReached(after(59), table, rules)).toBeNull();
  expect(boundReached(after(60), table, rules)).toEqual({ whose: 'account', of: 'tablesToday' });
});

test('on another day of the same epoch 300 tables and 20,000 cells are the bound', () => {
  const tables = { ...nothing, tables: 300 };
  const cells = { ...nothing, tables: 299, cells: 19_971 };
  expect(boundReached({ ...fresh, account: tables }, table, rules)?.of).toBe('tables');
  expect(boundReached({ ...fresh, account: cells }, table, rules)?.of).toBe('cells');
});

test('ten accounts of an organisation together may ask as much as three', () => {
  const organisation = { ...nothing, tables: budget.tables * organisationFactor };
  expect(boundReached({ ...fresh, organisation }, table, rules)).toEqual({
    whose: 'organisation',
    of: 'tables',
  });
});

test('one trade in one district is not cut into ever more cells', () => {
  const wanted = { ...table, corners: new Map([['hettstedt 71', 30]]) };
  const account = { ...nothing, corners: new Map([['hettstedt 71', 171]]) };
  expect(boundReached({ ...fresh, account }, wanted, rules)?.of).toBe('cellsOfCorner');
  const elsewhere = { ...nothing, corners: new Map([['eisleben 71', 171]]) };
  expect(boundReached({ ...fresh, account: elsewhere }, wanted, rules)).toBeNull();
});

test('a repeat is free even when everything is used up', () => {
  const corners = new Map([['hettstedt 71', 900]]);
  const full: Use = { tablesToday: 60, tables: 900, cells: 60_000, corners };
  expect(boundReached({ account: full, organisation: full }, nothing, rules)).toBeNull();
});

test('whatever is asked one by one, no bound is ever passed', () => {
  const questions = fc.array(
    fc.record({ cells: fc.integer({ min: 1, max: 500 }), corner: fc.constantFrom('a 71', 'a 72', 'b 71') }),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(questions, (asked) => {
      let use = nothing;
      for (const { cells, corner } of asked) {
        const wanted = { tablesToday: 1, tables: 1, cells, corners: new Map([[corner, cells % 40]]) };
        if (boundReached({ account: use, organisation: use }, wanted, rules)) continue;
        use = {
          tablesToday: use.tablesToday + 1,
          tables: use.tables + 1,
          cells: use.cells + cells,
          corners: new Map(use.corners).set(corner, (use.corners.get(corner) ?? 0) + (cells % 40)),
        };
      }
      expect(use.tablesToday).toBeLessThanOrEqual(budget.tablesToday);
      expect(use.cells).toBeLessThanOrEqual(budget.cells);
      for (const cells of use.corners.values()) expect(cells).toBeLessThanOrEqual(budget.cellsOfCorner);
    }),
  );
});

test('a corner is a district and a sub-major group, with all finer groups in it', () => {
  const texts = [
    'pool:occupation=71&place=hettstedt',
    'pool:german=B1&occupation=7112&place=hettstedt',
    'pool:occupation=7&place=hettstedt',
    'pool:occupation=71&place=15087',
    'pool:occupation=71',
  ];
  expect(cornersOf(texts, new Set(['hettstedt', 'eisleben']))).toEqual(new Map([['hettstedt 71', 2]]));
});

test('a site without places is itself a district', () => {
  expect(cornersOf(['pool:occupation=71', 'pool:occupation=7112'], new Set())).toEqual(new Map([[' 71', 2]]));
});

test('without the layer nothing is bounded, as only tests may ask for', () => {
  const account = { ...nothing, tablesToday: budget.tablesToday };
  const layers = { ...allLayers, budget: false };
  expect(boundReached({ ...fresh, account }, table, { layers })).toBeNull();
});
