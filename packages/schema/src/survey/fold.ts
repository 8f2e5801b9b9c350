import type { AnswerEvent } from './events.ts';
import type { Answers, Question } from './questions.ts';

type Foldable = Pick<AnswerEvent, 'id' | 'question' | 'value' | 'baseId' | 'settles' | 'manner'>;

/** The folded state of a response. */
export type Folded = {
  answers: Answers;
  /** For each question the events that no other event has replaced; more than one when two people did not see each other. */
  heads: { [Q in Question]?: string[] };
  /** Questions whose heads say different things: both stand until a person decides. */
  conflicts: Question[];
};

/**
 * Folds events into answers. The result depends on the set of events alone, never on the order in which they
 * arrived or on how often: events travel through offline queues. In a conflict the newcomer's own word is the one shown.
 */
export function fold(events: readonly Foldable[]): Folded {
  const folded: Folded = { answers: {}, heads: {}, conflicts: [] };
  const once = new Map(events.map((event) => [event.id, event])).values();
  for (const [question, ofQuestion] of Map.groupBy(once, (event) => event.question)) {
    const replaced = new Set(ofQuestion.flatMap((event) => [event.baseId, ...event.settles]));
    const unreplaced = ofQuestion.filter((event) => !replaced.has(event.id));
    // Events that replace each other in a circle can only be made on purpose; even then nothing vanishes.
    const heads = (unreplaced.length > 0 ? unreplaced : ofQuestion).toSorted(byOwnWordThenTime);
    const [shown] = heads;
    if (!shown) continue;
    Object.assign(folded.answers, { [question]: shown.value });
    folded.heads[question] = heads.map((event) => event.id);
    if (new Set(heads.map((event) => JSON.stringify(event.value))).size > 1) folded.conflicts.push(question);
  }
  folded.conflicts.sort();
  return folded;
}

/** Version 7 ids sort by the time at which they were made. */
function byOwnWordThenTime(a: Foldable, b: Foldable): number {
  return Number(isStaff(a)) - Number(isStaff(b)) || (a.id < b.id ? -1 : 1);
}

const isStaff = (event: Foldable) => event.manner === 'case-worker' || event.manner === 'document-seen';
