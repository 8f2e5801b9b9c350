import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broaderCells, canonical, cellId, parseCell } from './cell.ts';

const ladder = (dimension: string, code: string) =>
  dimension === 'occupation' ? [3, 2, 1].filter((n) => n < code.length).map((n) => code.slice(0, n)) : [];
const cells = fc.record(
  {
    occupation: fc.stringMatching(/^\d{1,4}$/),
    place: fc.stringMatching(/^[a-z]{1,8}$/),
    german: fc.constantFrom('A1', 'B1'),
    gender: fc.constantFrom('female', 'male'),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const populations = fc.constantFrom('pool' as const, 'coverage' as const);

test('a cell has one spelling, whatever the order of its conditions and the blanks around its codes', () => {
  expect(canonical('pool', { occupation: ' 72', german: 'B1 ' })).toBe('pool:german=B1&occupation=72');
  expect(canonical('coverage', {})).toBe('coverage:');
});

test('the spelling can be read back', () => {
  fc.assert(
    fc.property(populations, cells, (population, cell) => {
      expect(parseCell(canonical(population, cell))).toEqual({ population, cell });
    }),
  );
  expect(() => parseCell('everybody')).toThrow('everybody is no cell');
});

test('the id of a cell is the SHA-256 of its spelling', () => {
  expect(cellId('pool:german=B1')).toBe(createHash('sha256').update('pool:german=B1').digest('hex'));
});

test('above welders who speak B1 are all welders, metal workers of each level with and without B1, and everybody', () => {
  const above = broaderCells({ occupation: '7212', german: 'B1' }, ladder).map((cell) =>
    canonical('pool', cell),
  );
  expect(new Set(above)).toEqual(
    new Set([
      'pool:',
      'pool:german=B1',
      ...['7', '72', '721'].flatMap((code) => [
        `pool:occupation=${code}`,
        `pool:german=B1&occupation=${code}`,
      ]),
      'pool:occupation=7212',
    ]),
  );
});

test('above a cell lies every combination of its steps, each once, and never the cell itself', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const above = broaderCells(cell, ladder).map((broader) => canonical('pool', broader));
      const steps = Object.entries(cell).map(([dimension, code]) => ladder(dimension, code).length + 2);
      expect(above).toHaveLength(steps.reduce((product, n) => product * n, 1) - 1);
      expect(new Set(above).size).toBe(above.length);
      expect(above).not.toContain(canonical('pool', cell));
    }),
  );
});
