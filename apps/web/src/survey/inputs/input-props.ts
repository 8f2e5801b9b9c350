import type { Chapter } from '@kannwas/schema/survey/page';
import type { Question } from '@kannwas/schema/survey/questions';

/** What every kind of input is told. */
export type InputProps = {
  question: Question;
  chapter: Chapter;
  /** Of several things the one that this is about. */
  entry?: string | undefined;
};
