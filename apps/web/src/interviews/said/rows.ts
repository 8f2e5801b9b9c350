import { type AddedGroup, addedEntries, isAdded, isRemoved } from '@kannwas/schema/survey/entries';
import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { askedOn, askedPages, saidInstead, type Visit } from '@kannwas/schema/survey/journey';
import { type Chapter, chapters, type Group } from '@kannwas/schema/survey/page';
import { type Answers, partsOf, type Question, type Slot, slotOf } from '@kannwas/schema/survey/questions';

/** One question as the interview page shows it. */
export type Row = {
  slot: Slot;
  question: Question;
  /** Of several things the one that this is about; undefined for the first, and for what is asked once. */
  entry: string | undefined;
  about: Group | undefined;
  /** Its place among the others, from 1; undefined while there is only one. */
  number: number | undefined;
  /** The events that nothing has replaced; the first is the answer as it stands. */
  heads: readonly AnswerEvent[];
  /** The last answer that the newcomer gave themselves. It stays in sight whoever speaks later. */
  own: AnswerEvent | undefined;
  /** Everything that was ever said to it, newest first. */
  history: readonly AnswerEvent[];
  conflict: boolean;
  /** Never reached, or taken back. "Cannot or does not want to say" is an answer. */
  unanswered: boolean;
};

export type Rows = {
  chapters: readonly { chapter: Chapter; rows: readonly Row[]; lists: readonly List[] }[];
  /** All questions that are asked, in order. */
  asked: readonly Row[];
  /** Answered once, but no longer asked after a change of mind. */
  unasked: readonly Row[];
};

/** What there are several of, and how many were taken off the list. */
export type List = {
  group: AddedGroup;
  removed: readonly { entry: string | undefined; number: number | undefined }[];
};

function numberOf(answers: Answers, group: Group | undefined, entry: string | undefined): number | undefined {
  if (!group || !isAdded(group)) return undefined;
  const all = addedEntries(answers, group);
  return all.length > 1 ? all.indexOf(entry) + 1 : undefined;
}

/** The question with which a thing begins. */
export const firstOf = {
  training: 'trainingKind',
  experience: 'experienceKind',
  document: 'documentKind',
} as const satisfies Record<AddedGroup, Question>;

/** A thing that is just being added: nothing has been said of it yet. */
export type Added = { group: AddedGroup; entry: string };

/** Lays out a response for the interview: chapter by chapter, in the order in which the phone asks. */
export function rowsOf(events: readonly AnswerEvent[], added: readonly Added[] = []): Rows {
  const folded = fold(events);
  const answers: Answers = { ...beginnings(added), ...folded.answers };
  const bySlot = Map.groupBy(events, ({ question }) => question);
  const rowOf = (slot: Slot, about?: Group): Row => {
    const history = (bySlot.get(slot) ?? []).toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const heads = (folded.heads[slot] ?? []).flatMap((id) => history.find((event) => event.id === id) ?? []);
    return {
      slot,
      ...partsOf(slot),
      about,
      number: numberOf(answers, about, partsOf(slot).entry),
      heads,
      own: history.find(({ author }) => author === null),
      history,
      conflict: folded.conflicts.includes(slot),
      unanswered: heads.every(({ value }) => value === null),
    };
  };
  const visits = askedPages(answers, 'staff');
  const rowsOn = (visit: Visit) =>
    visit.page.lists
      ? []
      : [
          ...askedOn(visit, answers).map((question) => slotOf(question, visit.entry)),
          ...saidInstead(visit, answers),
        ].map((slot) => rowOf(slot, visit.page.about));
  const listOn = ({ page }: Visit): List[] => {
    const group = page.lists;
    if (!group || !isAdded(group)) return [];
    const removed = addedEntries(answers, group).filter((entry) => isRemoved(answers, group, entry));
    return [{ group, removed: removed.map((entry) => ({ entry, number: numberOf(answers, group, entry) })) }];
  };
  const asked = visits.flatMap(rowsOn);
  const known = new Set<string>(asked.map(({ slot }) => slot));
  return {
    chapters: chapters.map((chapter) => {
      const ofChapter = visits.filter(({ page }) => page.chapter === chapter);
      return { chapter, rows: ofChapter.flatMap(rowsOn), lists: ofChapter.flatMap(listOn) };
    }),
    asked,
    unasked: [...bySlot.keys()]
      .filter((slot) => !known.has(slot) && !isMark(partsOf(slot).question))
      .map((slot) => rowOf(slot)),
  };
}

/** Taken off a list, or ticked off: shown where the list is, no row of its own. */
const isMark = (question: Question) => question.endsWith('Removed') || question === 'stepDone';

/** An entry exists as soon as one of its questions was touched; this touches the first of each. */
function beginnings(added: readonly Added[]): Answers {
  return Object.fromEntries(added.map(({ group, entry }) => [slotOf(firstOf[group], entry), null]));
}

/** The next row of a kind after a question, round the end to the beginning. */
export function nextRow(
  rows: readonly Row[],
  after: Slot | undefined,
  wanted: (row: Row) => boolean,
): Slot | undefined {
  const start = rows.findIndex(({ slot }) => slot === after) + 1;
  return [...rows.slice(start), ...rows.slice(0, start)].find(wanted)?.slot;
}
