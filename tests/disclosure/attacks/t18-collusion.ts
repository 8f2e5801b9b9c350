import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { runUnheard } from '../collusion/alarms.ts';
import { gather } from '../collusion/gang.ts';
import { exceedCorner, exceedTables } from '../collusion/limits.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import { wilson } from '../statistics.ts';
import type { Attacked, Effort } from '../world.ts';

/**
 * Ten accounts of one organisation share the work: at the same moment, over midnight, with a wrong clock, and in every
 * disguise, to be answered more than their budget allows. And the attacks T02, T03, and T10, on one target each, by one
 * account or by ten in turns: somebody must hear of them.
 */
export const collusion: Attack = {
  id: 'T18',
  run: async ({ towns, layers, effort }) => {
    const [attacked] = await towns();
    if (!attacked) throw new RangeError('Nothing to attack.');
    try {
      return await runT18(attacked, effort);
    } finally {
      await attacked.instance.restart(layers);
    }
  },
};

/** @param layers what is taken away from the protection; the only attack that has budgets */
export async function runT18(
  attacked: Attacked,
  effort: Effort,
  layers: Layers = allLayers,
): Promise<Result[]> {
  await attacked.instance.restart(layers);
  const gang = await gather(attacked, 10);
  const tables = await exceedTables(attacked, gang, effort);
  const corner = await exceedCorner(attacked, gang, effort);
  const excess = tables.excess + corner.excess;
  const wanted = effort.quick
    ? { splits: 15, differences: 30, cubes: 30 }
    : { splits: 100, differences: 100, cubes: 100 };
  const { missed, runs, falseAlarms, searches } = await runUnheard(attacked, gang, wanted);
  const [asked, heard] = [tables.asked + corner.asked, runs - missed.length];
  const unheard = { value: missed.length / runs, upper: 1 - wilson(heard, runs).low, n: runs };
  return [
    resultOf('T18', 'count', { value: excess, upper: excess, n: asked }, 0, 'answers beyond the budget'),
    resultOf(
      'T18',
      'unheard',
      unheard,
      0.05,
      `runs of T02, T03, and T10 without an alarm; ${falseAlarms} of ${searches} ordinary searches raise one`,
    ),
  ];
}
