import type { Ladder } from '../cell.ts';
import { type LoggedQuestion, nameOf } from './questions.ts';

/** Two spellings of questions whose answers, subtracted, count the people that one condition tells apart. */
export type Pair = readonly [narrow: string, broad: string];

/**
 * Finds all pairs of questions that differ in one condition, which is dropped or one or more steps broader in the other:
 * the isolating difference and the tracker.
 * Source: Denning, Denning, Schwartz (1979), The Tracker: A Threat to Statistical Database Security, ACM TODS 4(1).
 */
export function isolatingPairs(log: readonly LoggedQuestion[], ladder: Ladder): Pair[] {
  const questions = new Map(log.map((question) => [nameOf(question), question]));
  return [...questions].flatMap(([narrow, { where, by }]) =>
    oneConditionBroader(where, ladder)
      .map((broader) => nameOf({ where: broader, by }))
      .filter((broad) => questions.has(broad))
      .map((broad) => [narrow, broad] as const),
  );
}

function oneConditionBroader(where: LoggedQuestion['where'], ladder: Ladder): LoggedQuestion['where'][] {
  return Object.entries(where).flatMap(([dimension, code]) => {
    const { [dimension]: _, ...others } = where;
    return [others, ...ladder(dimension, code).map((broader) => ({ ...others, [dimension]: broader }))];
  });
}
