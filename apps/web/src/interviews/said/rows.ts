import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { askedPages, askedQuestions } from '@kannwas/schema/survey/journey';
import { type Chapter, chapters } from '@kannwas/schema/survey/pages';
import type { Question } from '@kannwas/schema/survey/questions';

/** One question as the interview page shows it. */
export type Row = {
  question: Question;
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
  chapters: readonly { chapter: Chapter; rows: readonly Row[] }[];
  /** All questions that are asked, in order. */
  asked: readonly Row[];
  /** Answered once, but no longer asked after a change of mind. */
  unasked: readonly Row[];
};

/** Lays out a response for the interview: chapter by chapter, in the order in which the phone asks. */
export function rowsOf(events: readonly AnswerEvent[]): Rows {
  const folded = fold(events);
  const byQuestion = Map.groupBy(events, ({ question }) => question);
  const rowOf = (question: Question): Row => {
    const history = (byQuestion.get(question) ?? []).toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const heads = (folded.heads[question] ?? []).flatMap(
      (id) => history.find((event) => event.id === id) ?? [],
    );
    return {
      question,
      heads,
      own: history.find(({ author }) => author === null),
      history,
      conflict: folded.conflicts.includes(question),
      unanswered: heads.every(({ value }) => value === null),
    };
  };
  const pages = askedPages(folded.answers);
  const inChapter = (wanted: Chapter) =>
    pages.filter(({ chapter }) => chapter === wanted).flatMap(({ ask }) => ask.map(rowOf));
  const asked = new Set(askedQuestions(folded.answers));
  return {
    chapters: chapters.map((chapter) => ({ chapter, rows: inChapter(chapter) })),
    asked: [...asked].map(rowOf),
    unasked: [...byQuestion.keys()].filter((question) => !asked.has(question)).map(rowOf),
  };
}

/** The next row of a kind after a question, round the end to the beginning. */
export function nextRow(
  rows: readonly Row[],
  after: Question | undefined,
  wanted: (row: Row) => boolean,
): Question | undefined {
  const start = rows.findIndex(({ question }) => question === after) + 1;
  return [...rows.slice(start), ...rows.slice(0, start)].find(wanted)?.question;
}
