import type { Pair } from './pairs.ts';
import { attributesIn, isPersonal, type Sweep } from './sweeps.ts';

/** Three dimensions, each alone and every two of them. */
const manyTwinWays = 6;
/** With fewer attributes of persons it is still a search. */
const fewestAttributes = 2;

/** So many pairs that are spread by the same of these: one person, isolated again and again. */
const manyPersonalPairs = 10;

/** Finds an attribute of persons by which many pairs are spread, also where the pairs share their questions. */
export function personalHunts(pairs: readonly Pair[]): Sweep[] {
  const bySpread = Map.groupBy(pairs, ([narrow]) => narrow.split(' by ')[1] ?? '');
  return [...bySpread]
    .filter(([by, own]) => own.length >= manyPersonalPairs && by.split(',').some(isPersonal))
    .map(([of, own]) => ({ of: `pairs by ${of}`, questions: new Set(own.flat()) }));
}

/**
 * Finds two bases that differ in one condition and were split up in the same six ways: the difference between them is
 * then known six times over, each time with other noise, though neither base alone was split up often.
 */
export function twinSplits(pairs: readonly Pair[]): Sweep[] {
  const twins = Map.groupBy(pairs, (pair) => pair.map((name) => name.split(' by ')[0]).join(' < '));
  return [...twins]
    .filter(([, own]) => {
      const ways = own.map(([narrow]) => narrow.split(' by ')[1] ?? '').filter((by) => by !== '');
      return (
        ways.length >= manyTwinWays && attributesIn(ways.flatMap((by) => by.split(','))) >= fewestAttributes
      );
    })
    .map(([of, own]) => ({ of, questions: new Set(own.flat()) }));
}
