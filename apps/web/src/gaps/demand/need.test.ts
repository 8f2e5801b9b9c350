import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { fieldOf, toDemand } from './need.ts';

const typed = {
  occupation: '51',
  district: '15087220',
  number: '3',
  german: 'B1',
  from: '2026-12-01',
  until: '',
  kind: 'vacancy',
  source: ' Butcher Schulze ',
};

test('an empty end stays open, and the source loses its outer spaces', () => {
  const { demand } = toDemand(v7(), typed);
  expect(demand).toMatchObject({ number: 3, until: null, source: 'Butcher Schulze' });
});

test('a field left empty is called missing, not malformed', () => {
  const { wrong } = toDemand(v7(), { ...typed, number: '', occupation: '' });
  expect(wrong).toEqual([
    { path: 'occupation', code: 'required' },
    { path: 'number', code: 'required' },
  ]);
});

test('an end before the beginning is told at the end', () => {
  const { wrong } = toDemand(v7(), { ...typed, until: '2026-11-01' });
  expect(wrong).toEqual([{ path: 'until', code: 'beforeFrom' }]);
});

test('half a person cannot be wanted', () => {
  expect(toDemand(v7(), { ...typed, number: '1.5' }).wrong?.[0]?.path).toBe('number');
});

test('a refusal of the API finds its field by path', () => {
  expect(fieldOf('body.number')).toBe('number');
  expect(fieldOf('elsewhere')).toBeUndefined();
});
