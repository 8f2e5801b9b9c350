import { allLayers } from '@kannwas/disclosure/layers';
import { expect, test } from 'vitest';
import { attackInMemory } from './in-memory.ts';
import { judgedQuickly } from './result.ts';

/** A small part of `pnpm attack`: so few targets show only what is clearly broken. */
const small = {
  effort: { quick: true, seeds: [1], targets: 40 },
  layers: { ...allLayers, budget: false },
};

test.each([
  ['T02', 'cutting a group in every way and averaging'],
  ['T19', 'knowing all others and asking three hundred questions'],
])(
  '%s, %s, does not clearly get over its limit',
  async (id) => {
    const results = await attackInMemory(id, small);
    expect(results.map(judgedQuickly).filter(({ pass }) => !pass)).toEqual([]);
  },
  300_000,
);
