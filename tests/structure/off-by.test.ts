import { defaults, noiseWith } from '@kannwas/disclosure/rules';
import { expect, test } from 'vitest';
import { offBy } from '../../apps/web/src/pool/answer/off-by.ts';

const facts = { german: 'B1', availability: 'work', education: 'vocational', experience: '3-10' } as const;

test('employers read as much uncertainty as the noise has: twice its standard deviation, and rounding', () => {
  const read = [0, 1, 2, 3, 4].map((told) => offBy(Object.fromEntries(Object.entries(facts).slice(0, told))));
  const real = read.map((_, told) => Math.floor(2 * Math.sqrt(noiseWith(told).V) + defaults.roundTo / 2));
  expect(read).toEqual(real);
  expect(offBy({ occupation: '72', place: 'hettstedt', german: 'B1' })).toBe(read[1]);
});
