import { type AnswerEvent, answerProblem, type Manner } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer, type Question } from '@kannwas/schema/survey/questions';
import { Consent, consentVersion, Year } from '@kannwas/schema/survey/questions/kinds';

/** An answer as it stands in the form, whatever the kind of question; only the parts of that kind are shown. */
export type Typed = {
  /** One choice or code; for a consent "yes" or "no". */
  one: string;
  several: string[];
  text: string;
  year: string;
  about: boolean;
  declined: boolean;
  manner: Manner;
};

export const untyped: Typed = {
  one: '',
  several: [],
  text: '',
  year: '',
  about: false,
  declined: false,
  manner: 'case-worker',
};

/** The answer that a form begins with: as it stands, but never the person's own words or consent: not ours to edit. */
export function beginningOf(
  question: Question,
  head: Pick<AnswerEvent, 'value' | 'author'> | undefined,
): Typed {
  const { kind } = inputOf(question);
  const own = kind === 'consent' || (kind === 'text' && head?.author === null);
  return own ? untyped : fromAnswer(question, head?.value);
}

/** Fills the form with an answer, so that completing it means changing a part of it. */
export function fromAnswer(question: Question, answer: unknown): Typed {
  if (answer === noAnswer) return { ...untyped, declined: true };
  const year = Year.safeParse(answer);
  if (year.success) return { ...untyped, year: String(year.data.year), about: year.data.about };
  const consent = Consent.safeParse(answer);
  if (consent.success) return { ...untyped, one: consent.data.given ? 'yes' : 'no' };
  if (Array.isArray(answer)) return { ...untyped, several: answer.map(String) };
  if (typeof answer !== 'string') return untyped;
  return inputOf(question).kind === 'text' ? { ...untyped, text: answer } : { ...untyped, one: answer };
}

type Value = string | string[] | { year: number; about: boolean } | { given: boolean; version: string };

/** Turns the form into an answer, or says what is wrong with it in Zod's word. */
export function toAnswer(
  question: Question,
  typed: Typed,
): { value: Value; wrong?: never } | { value?: never; wrong: string } {
  if (typed.declined) return { value: noAnswer };
  const value = saidIn(question, typed);
  if (value === undefined) return { wrong: 'invalid_type' };
  const wrong = answerProblem(question, value);
  return wrong === undefined ? { value } : { wrong };
}

function saidIn(question: Question, { one, several, text, year, about }: Typed): Value | undefined {
  switch (inputOf(question).kind) {
    case 'text':
      return text.trim() === '' ? undefined : text.trim();
    case 'year':
      return year.trim() === '' ? undefined : { year: Number(year), about };
    case 'several':
    case 'languages':
    case 'cards':
    case 'fields':
      return several;
    case 'consent':
      return one === '' ? undefined : { given: one === 'yes', version: consentVersion };
    default:
      return one === '' ? undefined : one;
  }
}
