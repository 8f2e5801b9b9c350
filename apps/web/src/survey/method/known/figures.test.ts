import { expect, test } from 'vitest';
import { comparisonOf, type Figures, measurementsOf, summaryOf } from './figures.ts';

const measured: Figures = {
  attacks: [
    { id: 'T03', metric: 'ci', value: -0.01, upper: 0.03, target: 0.05, pass: true, n: 3000 },
    { id: 'T11', metric: 'auc', value: 0.55, upper: 0.62, target: 0.6, pass: false, n: 1000 },
    { id: 'T02', metric: 'precision', value: 0.5, upper: 0.625, target: 0.8, pass: true, n: 1500 },
    { id: 'T01', metric: 'distinct', value: 1, upper: 1, target: 1, pass: true, n: 1600 },
  ],
  compared: [
    { attack: 'T12', mechanism: 'rawThreshold', value: 0.95 },
    { attack: 'T12', mechanism: 'ours', value: 0.5 },
  ],
  knowing: [],
};

test('an attacker who guesses is at nought, and one who is always right at a hundred percent', () => {
  const [worse] = measurementsOf('T03', measured);
  expect(worse).toMatchObject({ shown: 'better', value: 0, bound: 0.03, target: 0.05 });
  const [coin] = measurementsOf('T11', measured);
  expect(coin?.value).toBeCloseTo(0.1);
  expect(coin?.bound).toBeCloseTo(0.24);
  expect(coin?.target).toBeCloseTo(0.2);
});

test('an error is shown as it is, so that more is better', () => {
  expect(measurementsOf('T02', measured)).toMatchObject([{ value: 2, bound: 1.6, target: 1.25, pass: true }]);
});

test('what was not measured is said to be open, and nothing stands in its place', () => {
  expect(measurementsOf('T05', measured)).toEqual([]);
  expect(summaryOf(measured)).toEqual({ attacks: 21, held: 3, failed: 1, open: 17 });
  expect(summaryOf({ attacks: [], compared: [], knowing: [] })).toEqual({
    attacks: 21,
    held: 0,
    failed: 0,
    open: 21,
  });
});

test('the same attack is compared on the scale of guessing, with its limit', () => {
  const { bars, target } = comparisonOf('T12', measured);
  expect(target).toBeCloseTo(0.2);
  expect(Object.fromEntries(bars.map(({ mechanism, value }) => [mechanism, value]))).toEqual({
    ours: 0,
    rawThreshold: expect.closeTo(0.9),
    smallCellKey: undefined,
    stickyNoise: undefined,
  });
});
