import type { FieldProblem } from '@kannwas/schema/problems';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../app/call.ts';

/** The fields that the API refused, so that each sentence stands at its field. */
export function refusedFields(error: Error): readonly FieldProblem[] {
  return error instanceof ProblemError ? (error.problem.fields ?? []) : [];
}

/** Says in the reader's language what is wrong with one field, from the code that Zod or the API gave. */
export function useFieldSentence(): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('desk');
  const known = [
    'required',
    'too_small',
    'too_big',
    'invalid_type',
    'invalid_format',
    'invalid_value',
    'beforeFrom',
    'future',
  ] as const;
  return (code) => {
    if (code === undefined) return undefined;
    const word = known.find((one) => one === code) ?? 'other';
    return t(($) => $.field[word]);
  };
}
