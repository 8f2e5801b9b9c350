import { inputOf } from '@kannwas/schema/survey/inputs';
import type { Question } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { useWording } from '../texts.ts';

/** Finds the sentence for what is wrong with an answer: the question's own, or one that fits every question. */
export function useErrorText(): (question: Question, code: string | undefined) => string {
  const { t } = useTranslation('survey');
  const wording = useWording();
  const common: Record<string, string> = t(($) => $.errors, { returnObjects: true });
  return (question, code = 'other') => {
    const { kind } = inputOf(question);
    const own = wording(question).errors?.[code];
    if (own) return own;
    if (code === 'missing' && kind === 'year') return common.missingYear ?? '';
    if (code === 'missing' && kind === 'text') return common.missingText ?? '';
    return common[code] ?? common.other ?? '';
  };
}
