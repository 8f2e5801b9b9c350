import type { Chapter } from '@kannwas/schema/survey/pages';
import type { Question } from '@kannwas/schema/survey/questions';

/** What every kind of input is told. */
export type InputProps = { question: Question; chapter: Chapter };
