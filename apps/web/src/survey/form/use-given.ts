import type { Question } from '@kannwas/schema/survey/questions';
import { useController, useFormContext } from 'react-hook-form';
import type { Fields } from './fields.ts';
import type { Given } from './given.ts';

/** What stands on the screen for a question, and how to change a part of it. */
export function useGiven(question: Question): { given: Given; change: (part: Partial<Given>) => void } {
  const { control } = useFormContext<Fields>();
  const { field } = useController({ control, name: question });
  const given: Given = { many: [], about: false, declined: false, ...field.value };
  return { given, change: (part) => field.onChange({ ...given, ...part }) };
}
