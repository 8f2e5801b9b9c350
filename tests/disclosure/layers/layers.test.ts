import { allLayers, type LayerName, type Layers, layerNames } from '@kannwas/disclosure/layers';
import { expect, test } from 'vitest';
import { knowingOthers, smallGroups, wholeRows } from './in-a-town.ts';
import {
  aboutFour,
  averaging,
  equalNumbers,
  isolating,
  lastOfThirteen,
  nobodyOrNine,
  questionsInADay,
  withLeakedKeys,
} from './on-cells.ts';

/** An attack that one layer alone stops, in small: how often it works with all layers at most, and without that one at least. */
type Attempt = {
  claim: string;
  works: (layers: Layers) => number | Promise<number>;
  most: number;
  least: number;
};

const attempts: Record<LayerName, Attempt> = {
  mixing: {
    ...{ claim: 'who knows all others finds out about the last one', works: knowingOthers },
    ...{ most: 0.55, least: 0.6 },
  },
  noise: {
    ...{ claim: 'one number tells whether a thirteenth is there', works: lastOfThirteen },
    ...{ most: 0.65, least: 1 },
  },
  hardenedKey: {
    ...{ claim: 'who has the record keys undoes the noise', works: withLeakedKeys },
    ...{ most: 0.6, least: 0.7 },
  },
  floor: { claim: 'a number is about four people', works: aboutFour, most: 0, least: 1 },
  threshold: { claim: 'nobody is told from nine', works: nobodyOrNine, most: 0.7, least: 0.85 },
  rounding: {
    ...{ claim: 'equal numbers mean equal groups', works: equalNumbers },
    ...{ most: 0.9, least: 0.95 },
  },
  collapse: { claim: 'a difference isolates one person', works: isolating, most: 0, least: 0.15 },
  hysteresis: {
    ...{ claim: 'two years of publications average the noise away', works: averaging },
    ...{ most: 0.35, least: 0.6 },
  },
  base: {
    ...{ claim: 'a group of twelve to twenty-five is asked about on its own', works: smallGroups },
    ...{ most: 0, least: 0.5 },
  },
  tableRules: {
    ...{ claim: 'a table says of everybody in a trade that they learnt it', works: wholeRows },
    ...{ most: 0, least: 0.5 },
  },
  budget: {
    ...{ claim: 'two hundred questions are answered in a day', works: questionsInADay },
    ...{ most: 0.3, least: 1 },
  },
};

test.each(layerNames)(
  'without %s an attack works that does not work with it',
  async (layer) => {
    const { claim, works, most, least } = attempts[layer];
    expect([claim, await works(allLayers)]).toEqual([
      claim,
      expect.toSatisfy((often: number) => often <= most),
    ]);
    const without = await works({ ...allLayers, [layer]: false });
    expect([claim, without]).toEqual([claim, expect.toSatisfy((often: number) => often >= least)]);
  },
  180_000,
);
