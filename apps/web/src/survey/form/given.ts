import { answerProblem } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { type Answer, noAnswer, type Question } from '@kannwas/schema/survey/questions';
import { type Consent, consentVersion, type Year } from '@kannwas/schema/survey/questions/kinds';

/** One question as it stands on the screen: it looks like the fields, not like the answer. */
export type Given = {
  /** What is typed or chosen where one thing is asked; absent until the person does something. */
  one?: string | null | undefined;
  many: string[];
  about: boolean;
  declined: boolean;
};

/** Chosen instead of languages: there is no other. */
export const noOther = 'none';

/** Turns what stands on the screen into an answer; undefined while nothing is given. */
export function answerFrom(question: Question, { one: typed, many, about, declined }: Given): unknown {
  const one = typed ?? '';
  if (declined || one === noAnswer) return noAnswer;
  switch (inputOf(question).kind) {
    case 'several':
      return many.length > 0 ? many : undefined;
    case 'languages':
      return one === noOther ? [] : many.length > 0 ? many : undefined;
    case 'year':
      return one.trim() === '' ? undefined : { year: Number(westernDigits(one.trim())), about };
    case 'consent':
      return one === '' ? undefined : { given: one === 'yes', version: consentVersion };
    default:
      return one.trim() === '' ? undefined : one;
  }
}

/** Puts a kept answer back on the screen. */
export function givenFrom(question: Question, answer: Answer | undefined): Given {
  const nothing: Given = { many: [], about: false, declined: false };
  if (answer === undefined || answer === null) return nothing;
  const { kind } = inputOf(question);
  if (answer === noAnswer) {
    return kind === 'choice' || kind === 'consent'
      ? { ...nothing, one: noAnswer }
      : { ...nothing, declined: true };
  }
  if (Array.isArray(answer))
    return answer.length > 0 ? { ...nothing, many: answer } : { ...nothing, one: noOther };
  if (kind === 'year') {
    const { year, about } = answer as Year;
    return { ...nothing, one: String(year), about };
  }
  if (kind === 'consent') return { ...nothing, one: (answer as Consent).given ? 'yes' : 'no' };
  return { ...nothing, one: String(answer) };
}

/** What is wrong with what stands there: "missing", or Zod's word for it; undefined when it can be kept. */
export function problemWith(question: Question, given: Given): string | undefined {
  const answer = answerFrom(question, given);
  return answer === undefined ? 'missing' : answerProblem(question, answer);
}

/** Accepts Arabic-Indic and Persian digits, as they stand on many keyboards. */
export function westernDigits(typed: string): string {
  return typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));
}
