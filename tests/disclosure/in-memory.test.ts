import { allLayers } from '@kannwas/disclosure/layers';
import { expect, test } from 'vitest';
import { attackInMemory } from './in-memory.ts';
import { judgedQuickly } from './result.ts';

/** A small part of `pnpm attack`: so few targets show only what is clearly broken. */
const small = {
  effort: { quick: true, seeds: [1], targets: 40 },
  layers: { ...allLayers, budget: false },
};

test('whoever cuts a group in every way and averages does not clearly get over the limit', async () => {
  const results = await attackInMemory('T02', small);
  expect(results.map(judgedQuickly).filter(({ pass }) => !pass)).toEqual([]);
}, 120_000);
