import type { Answer, Question } from '@kannwas/schema/survey/questions';
import type { ReactNode } from 'react';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import { InSecond } from './Also.tsx';
import { useSecond } from './second.ts';

/** Says answers in the second language; nothing where they read the same, as own words and years do. */
export function useAlsoAnswer(): (
  question: Question,
  answer: Answer | undefined,
  own: string | undefined,
) => ReactNode {
  const { language, files } = useSecond();
  const here = files.has('survey') ? language : undefined;
  const names = useNames(here ?? null);
  const answerText = useAnswerText(names.state === 'loaded' ? names.value : {}, here);
  return (question, answer, own) => {
    if (!here || names.state !== 'loaded') return null;
    const text = answerText(question, answer);
    return text === undefined || text === own ? null : <InSecond language={here}>{text}</InSecond>;
  };
}
