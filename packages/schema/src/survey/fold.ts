import type { AnswerEvent } from './events.ts';
import type { Answers, Slot } from './questions.ts';
import { canonical } from './written/canonical.ts';

type Foldable = Pick<AnswerEvent, 'id' | 'question' | 'value' | 'baseId' | 'settles' | 'manner'>;

/** The folded state of a response. */
export type Folded = {
  answers: Answers;
  /** For each slot the events that no other event has replaced; more than one when two people did not see each other. */
  heads: { [S in Slot]?: string[] };
  /** Questions whose heads say different things: both stand until a person decides. */
  conflicts: Slot[];
};

/**
 * Folds events into answers. The result depends on the set of events alone, never on the order in which they
 * arrived or on how often: events travel through offline queues. In a conflict the newcomer's own word is the one shown.
 */
export function fold(events: readonly Foldable[]): Folded {
  const folded: Folded = { answers: {}, heads: {}, conflicts: [] };
  for (const [question, ofQuestion] of byQuestion(events)) {
    const replaced = new Set(ofQuestion.flatMap((event) => [event.baseId, ...event.settles]));
    const unreplaced = ofQuestion.filter((event) => !replaced.has(event.id));
    // Events that replace each other in a circle can only be made on purpose; even then nothing vanishes.
    const heads = [...(unreplaced.length > 0 ? unreplaced : ofQuestion)].sort(byOwnWordThenTime);
    const [shown] = heads;
    if (!shown) continue;
    Object.assign(folded.answers, { [question]: shown.value });
    folded.heads[question] = heads.map((event) => event.id);
    if (new Set(heads.map((event) => canonical(event.value))).size > 1) folded.conflicts.push(question);
  }
  folded.conflicts.sort();
  return folded;
}

/** Each event once, under its slot. (`Map.groupBy` is too new for old phones.) */
function byQuestion(events: readonly Foldable[]): Map<Slot, Foldable[]> {
  const groups = new Map<Slot, Foldable[]>();
  for (const event of new Map(events.map((each) => [each.id, each])).values()) {
    groups.set(event.question, [...(groups.get(event.question) ?? []), event]);
  }
  return groups;
}

/** Version 7 ids sort by the time at which they were made. */
function byOwnWordThenTime(a: Foldable, b: Foldable): number {
  return Number(isStaff(a)) - Number(isStaff(b)) || (a.id < b.id ? -1 : 1);
}

const isStaff = (event: Foldable) => event.manner === 'case-worker' || event.manner === 'document-seen';
