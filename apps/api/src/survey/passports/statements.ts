import { addedEntries, isAdded } from '@kannwas/schema/survey/entries';
import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { askedOn, askedPages, type Visit } from '@kannwas/schema/survey/journey';
import type { Chapter } from '@kannwas/schema/survey/page';
import { type Answer, type Answers, type Question, slotOf } from '@kannwas/schema/survey/questions';

/**
 * How far a statement has been verified: the own word, written down by the advice team in a conversation, or a document
 * about it was seen on a day.
 */
export type Level = { kind: 'own' | 'conversation' } | { kind: 'seen'; on: Date };

/** One answer as it stands, with how it came about. */
export type Statement = { question: Question; value: Answer; level: Level };

/** What was said on one page of the survey; where things are several, about one of them. */
export type Said = { visit: Visit; number: number | undefined; statements: readonly Statement[] };

/** Everything that was said, in the order in which it is asked: the survey's own pages decide what there is. */
export type Told = { answers: Answers; said: readonly Said[] };

/** Purposes, helpers, and how the conversation went are about the survey and not about what somebody can do. */
const notOnPaper: ReadonlySet<Chapter> = new Set(['start']);
const ofTheConversation: ReadonlySet<string> = new Set([
  'interview-language',
  'interview-setting',
  'appraisal',
]);

/** Reads what can stand on a paper from the events of a response. */
export function toldIn(events: readonly AnswerEvent[]): Told {
  const { answers, heads } = fold(events);
  const byId = new Map(events.map((event) => [event.id, event]));
  const statementOf = (question: Question, entry: string | undefined): Statement[] => {
    const slot = slotOf(question, entry);
    const [shown, ...others] = (heads[slot] ?? []).flatMap((id) => byId.get(id) ?? []);
    const value = answers[slot];
    if (!shown || value === undefined || value === null) return [];
    return [{ question, value, level: highest([shown, ...others]) }];
  };
  const visits = askedPages(answers, 'staff').filter(
    ({ page }) => !notOnPaper.has(page.chapter) && !ofTheConversation.has(page.id) && !page.lists,
  );
  const said = visits.map((visit) => ({
    visit,
    number: numberOf(answers, visit),
    statements: askedOn(visit, answers).flatMap((question) => statementOf(question, visit.entry)),
  }));
  return { answers, said: said.filter(({ statements }) => statements.length > 0) };
}

/** Whoever confirms what was said says the same: of two equal heads the better verified one counts. */
function highest(heads: readonly [AnswerEvent, ...AnswerEvent[]]): Level {
  const [shown] = heads;
  const same = heads.filter(({ value }) => JSON.stringify(value) === JSON.stringify(shown.value));
  const seen = same.find(({ manner }) => manner === 'document-seen');
  if (seen) return { kind: 'seen', on: new Date(seen.recordedAt) };
  return { kind: shown.author === null ? 'own' : 'conversation' };
}

/** Its place among the things of its kind, from 1; undefined while there is only one. */
function numberOf(answers: Answers, { page, entry }: Visit): number | undefined {
  if (!page.about || !isAdded(page.about)) return undefined;
  const all = addedEntries(answers, page.about);
  return all.length > 1 ? all.indexOf(entry) + 1 : undefined;
}
