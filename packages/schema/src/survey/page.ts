import type { Answers, Question } from './questions.ts';

/** Things of which a person may have several: added by hand, or named in another answer. */
export const groups = ['training', 'experience', 'document', 'language', 'task', 'step'] as const;
export type Group = (typeof groups)[number];

/** A condition; inside a group it is about one entry, the first one when none is named. */
export type Condition = (answers: Answers, entry?: string) => boolean;

/** A page of the survey: what it asks, in which chapter, and under which condition. */
export type Page = {
  id: string;
  chapter: Chapter;
  ask: readonly Question[];
  /** Other ways to answer what the page asks: never missing, and answered they do instead of it. */
  instead?: readonly Question[];
  onlyIf?: Condition;
  /** Questions on this page that are asked only if an answer above them says so. */
  within?: { [Q in Question]?: Condition };
  /** Left out by whoever wants to say only the most important. */
  full?: true;
  /** Asked once for each entry of the group. */
  about?: Group;
  /** Shows what there is of the group, and lets the person add, change, and remove. */
  lists?: Group;
};

/** The chapters that newcomers meet. */
export const surveyChapters = [
  'start',
  'person',
  'languages',
  'school',
  'work',
  'practical',
  'strengths',
  'availability',
] as const;

/** Only case workers fill this chapter in. */
export const staffChapter = 'interview';

export const chapters = [...surveyChapters, staffChapter] as const;
export type Chapter = (typeof chapters)[number];
