import { CountryCode, DistrictCode, LanguageCode, OccupationCode } from '../codes.ts';
import { Consent, Year } from './questions/kinds.ts';
import { type Question, questions } from './questions.ts';

/** How a question is answered on screen and on paper; it follows from its schema, nobody lists it twice. */
export type Input =
  | { kind: 'choice' | 'several'; options: readonly string[] }
  | { kind: 'country' | 'district' | 'language' | 'languages' | 'occupation' | 'year' | 'consent' }
  | { kind: 'text'; most: number };

/** Derives the kind of input from the schema of a question. */
export function inputOf(question: Question): Input {
  const schema = questions[question];
  if (schema === CountryCode) return { kind: 'country' };
  if (schema === DistrictCode) return { kind: 'district' };
  if (schema === LanguageCode) return { kind: 'language' };
  if (schema === OccupationCode) return { kind: 'occupation' };
  if (schema === Year) return { kind: 'year' };
  if (schema === Consent) return { kind: 'consent' };
  const { def } = schema;
  if (def.type === 'enum') return { kind: 'choice', options: Object.values(def.entries) };
  if (def.type === 'array') {
    const { element } = def;
    return element.def.type === 'enum'
      ? { kind: 'several', options: Object.values(element.def.entries) }
      : { kind: 'languages' };
  }
  const limit = def.checks?.map((check) => check._zod.def).find(({ check }) => check === 'max_length');
  return {
    kind: 'text',
    most: limit && 'maximum' in limit ? Number(limit.maximum) : Number.POSITIVE_INFINITY,
  };
}
