import {
  type Conditions,
  grammarBounds,
  inOrder,
  listedCodes,
  type PoolDimension,
  PoolQuery,
  poolDimensions,
  questionText,
} from '@kannwas/schema/pool/grammar';
import { PoolSearch } from '../../app/paths.ts';

/** Why the grammar does not allow a question, in the words of its own refusals. */
export type Bound = 'tooManyDimensions' | 'alreadyFixed' | 'tooFineForPersons' | 'other';

/** What a question is spread by, in the order in which it was chosen. */
export function chosenSpread({ by }: PoolSearch): PoolDimension[] {
  const named = by?.split(',') ?? [];
  return named.flatMap((name) => poolDimensions.find((dimension) => dimension === name) ?? []);
}

/** What a question is spread by, in the order of the grammar: the same question has the same address. */
export function spreadOf(question: PoolSearch): PoolDimension[] {
  return inOrder(chosenSpread(question));
}

/** The conditions of a question, without those that are not made, in the order of the grammar. */
export function conditionsOf(question: Conditions): Conditions {
  const made = poolDimensions.filter((dimension) => question[dimension] !== undefined);
  return Object.fromEntries(made.map((dimension) => [dimension, question[dimension]]));
}

/** The question as text, sorted: `german=B1&occupation=72`. The same question is always the same text. */
export function textOf(question: PoolSearch): string {
  return questionText(question, chosenSpread(question));
}

/** Reads a question from its text; what is not sound is left out. */
export function questionOf(text: string): PoolSearch {
  return PoolSearch.parse(Object.fromEntries(new URLSearchParams(text)));
}

/** What the grammar has against a question; nothing when it may be asked. The grammar itself decides. */
export function boundOf(question: PoolSearch): Bound | undefined {
  const issue = PoolQuery.safeParse(sendable(question)).error?.issues[0];
  if (!issue) return undefined;
  const code = issue.code === 'custom' ? issue.params?.code : undefined;
  return bounds.find((bound) => bound === code) ?? 'other';
}
const bounds = ['tooManyDimensions', 'alreadyFixed', 'tooFineForPersons'] as const;

/** A question as an endpoint takes it: only the parts that are there, so that two calls never differ by chance. */
export function sendable(question: PoolSearch) {
  const by = spreadOf(question);
  return { ...conditionsOf(question), ...(by.length > 0 && { by: by.join(',') }) };
}

/** Makes a condition, or takes it back. A list that is fixed to one code can no longer be spread out. */
export function withCondition(
  question: PoolSearch,
  dimension: PoolDimension,
  code: string | undefined,
): PoolSearch {
  const isTree = dimension === 'occupation' || dimension === 'place';
  const by = chosenSpread(question).filter((name) => isTree || code === undefined || name !== dimension);
  return PoolSearch.parse({ ...question, [dimension]: code, by: by.join(',') || undefined });
}

/** Spreads by these instead. */
export function withSpread(question: PoolSearch, by: readonly (PoolDimension | undefined)[]): PoolSearch {
  const named = by.filter((dimension) => dimension !== undefined).slice(0, grammarBounds.groupings);
  return PoolSearch.parse({ ...question, by: named.join(',') || undefined });
}

/**
 * The second question beside "ready for work": the same people with a course first, and one level less of German. Not
 * asked where nobody asked who is ready.
 */
export function withCourse(question: PoolSearch): PoolSearch | undefined {
  if (question.availability !== 'work') return undefined;
  const levels = listedCodes.german;
  const german = question.german && levels[levels.indexOf(question.german) - 1];
  return PoolSearch.parse({ ...question, availability: 'course', german, by: undefined });
}
