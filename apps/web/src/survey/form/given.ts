import { answerProblem } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { type Answer, noAnswer, type Question } from '@kannwas/schema/survey/questions';
import { type Consent, consentVersion, type Year } from '@kannwas/schema/survey/questions/kinds';
import { type Calendar, toGregorian, yearNow } from '@kannwas/schema/survey/written/years';

/** One question as it stands on the screen: it looks like the fields, not like the answer. */
export type Given = {
  /** What is typed or chosen where one thing is asked; absent until the person does something. */
  one?: string | null | undefined;
  many: string[];
  about: boolean;
  declined: boolean;
  /** How a year is counted; Gregorian where nothing stands. */
  count?: Count | undefined;
  /** The year of birth, from which an age counts. */
  born?: number | undefined;
};

/** In which calendar a year is given, or that an age is given instead. */
export type Count = 'gregorian' | Calendar | 'age';

/** Chosen instead of languages or pieces of work: there is none. */
export const noOther = 'none';

/** Turns what stands on the screen into an answer; undefined while nothing is given. */
export function answerFrom(question: Question, given: Given): unknown {
  const { one: typed, many, declined } = given;
  const one = typed ?? '';
  if (declined || one === noAnswer) return noAnswer;
  switch (inputOf(question).kind) {
    case 'several':
    case 'fields':
      return many.length > 0 ? many : undefined;
    case 'languages':
    case 'cards':
      return one === noOther ? [] : many.length > 0 ? many : undefined;
    case 'year':
      return one.trim() === '' ? undefined : yearFrom(Number(westernDigits(one.trim())), given);
    case 'consent':
      return one === '' ? undefined : { given: one === 'yes', version: consentVersion };
    default:
      return one.trim() === '' ? undefined : one;
  }
}

/** A year as it was counted, and the Gregorian one. Whoever gives an age gives an estimate. */
function yearFrom(typed: number, { about, count = 'gregorian', born }: Given): Year {
  if (count === 'gregorian') return { year: typed, about };
  if (count === 'age')
    return { year: born ? born + typed : yearNow() - typed, about: true, said: { age: typed } };
  return { year: toGregorian(count, typed), about, said: { calendar: count, year: typed } };
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
    const { year, about, said } = answer as Year;
    if (!said) return { ...nothing, one: String(year), about };
    if ('age' in said)
      return {
        ...nothing,
        one: String(said.age),
        about,
        count: 'age',
        born: bornIn(question, year, said.age),
      };
    return { ...nothing, one: String(said.year), about, count: said.calendar };
  }
  if (kind === 'consent') return { ...nothing, one: (answer as Consent).given ? 'yes' : 'no' };
  return { ...nothing, one: String(answer) };
}

/** The age now counts from today, every other one from the year of birth. */
const bornIn = (question: Question, year: number, age: number) =>
  question === 'birthYear' ? undefined : year - age;

/** What is wrong with what stands there: "missing", or Zod's word for it; undefined when it can be kept. */
export function problemWith(question: Question, given: Given): string | undefined {
  const answer = answerFrom(question, given);
  const byAge = given.count === 'age';
  if (answer === undefined) return byAge ? 'missingAge' : 'missing';
  const problem = answerProblem(question, answer);
  return problem && byAge ? 'age' : problem;
}

/** Accepts Arabic-Indic and Persian digits, as they stand on many keyboards. */
export function westernDigits(typed: string): string {
  return typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));
}
