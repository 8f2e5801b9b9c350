import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maximumEntropy, mean, variance } from './entropy.ts';

/** Rows of tables over the whole range of parameters that make sense. */
const rows = fc
  .record({
    D: fc.integer({ min: 1, max: 15 }),
    js: fc.integer({ min: 0, max: 4 }),
    V: fc.double({ min: 0.5, max: 20, noNaN: true }),
    stay: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.95, noNaN: true })),
    mono: fc.boolean(),
  })
  .filter(({ D, js, V }) => D > js && V > 1.001 * Math.max(0, ...[1, 2, 3, 4].map((i) => i * (js + 1 - i))))
  .chain((row) => fc.record({ row: fc.constant(row), i: fc.integer({ min: 1, max: row.D + row.js + 1 }) }))
  .map(({ row: { D, js, ...bounds }, i }) => ({
    ...bounds,
    values: Array.from({ length: 2 * D + 1 }, (_, k) => k - D).filter((v) => i + v === 0 || i + v > js),
  }));

test('the noise keeps every bound', () => {
  fc.assert(
    fc.property(rows, ({ values, V, stay, mono }) => {
      const p = maximumEntropy({ values, V, stay, mono });
      const zero = values.indexOf(0);
      expect(p.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      expect(Math.abs(mean(values, p))).toBeLessThan(1e-9);
      expect(variance(values, p)).toBeLessThan(V + 1e-9);
      if (zero >= 0) expect(p[zero]).toBeGreaterThan(stay - 1e-9);
      if (mono) for (let k = 1; k <= zero; k++) expect(p[k]).toBeGreaterThanOrEqual(p[k - 1] ?? 0);
    }),
    { numRuns: 300 },
  );
});

/**
 * The conditions of Karush, Kuhn, and Tucker: for a concave aim they hold at the optimum and nowhere else. Right of 0
 * nothing is bound, so log p = c + βv + γv² can be read off there. Up to 0, what is added to it comes from the multipliers
 * of "may not descend", which cancel out from each value to the next, and from that of p(0) ≥ stay.
 */
test('no other noise within the bounds has more entropy', () => {
  fc.assert(
    fc.property(rows, ({ values, V, stay, mono }) => {
      const p = maximumEntropy({ values, V, stay, mono });
      const zero = values.indexOf(0);
      const scores = p.map(Math.log);
      const right = values.findIndex((v) => v > 0);
      fc.pre(right + 2 < values.length && scores.every(Number.isFinite));
      const { c, beta, gamma } = parabola(values.slice(right, right + 3), scores.slice(right, right + 3));
      const added = values.map((v, k) => (scores[k] ?? Number.NaN) - (c + beta * v + gamma * v * v));
      const tolerance = 1e-6 * Math.max(1, ...scores.map(Math.abs));

      for (const [k, more] of added.entries()) {
        const isFree = k > zero || (!mono && k < zero);
        if (isFree) expect(Math.abs(more)).toBeLessThan(tolerance);
      }
      let sum = 0;
      for (let k = 0; k < zero; k++) {
        sum += added[k] ?? Number.NaN;
        expect(sum).toBeLessThan(tolerance);
        if ((p[k + 1] ?? 0) > (p[k] ?? 0)) expect(Math.abs(sum)).toBeLessThan(tolerance);
      }
      if (zero >= 0) {
        sum += added[zero] ?? Number.NaN;
        expect(sum).toBeGreaterThan(-tolerance);
        if ((p[zero] ?? 0) > stay + 1e-9) expect(Math.abs(sum)).toBeLessThan(tolerance);
      }
      expect(gamma).toBeLessThan(tolerance);
      if (variance(values, p) < V - 1e-6) expect(Math.abs(gamma)).toBeLessThan(tolerance);
    }),
    { numRuns: 300 },
  );
});

/** The parabola through three points, next to each other. */
function parabola([x = 0]: readonly number[], [y0 = 0, y1 = 0, y2 = 0]: readonly number[]) {
  const gamma = (y2 - 2 * y1 + y0) / 2;
  const beta = y1 - y0 - gamma * (2 * x + 1);
  return { c: y0 - beta * x - gamma * x * x, beta, gamma };
}

test('bounds that no noise keeps are refused', () => {
  const bounds = { V: 1, stay: 0, mono: false };
  expect(() => maximumEntropy({ values: [1, 2, 3], ...bounds })).toThrow('No noise keeps the bounds');
  expect(() => maximumEntropy({ values: [-2, 2], ...bounds })).toThrow('No noise keeps the bounds');
});
