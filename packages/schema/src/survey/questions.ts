import * as z from 'zod/mini';
import { availability } from './questions/availability.ts';
import { languages } from './questions/languages.ts';
import { person } from './questions/person.ts';
import { start } from './questions/start.ts';
import { work } from './questions/work.ts';

/** Everything that can be asked, by name: the one list of questions. */
export const questions = {
  ...start.shape,
  ...person.shape,
  ...languages.shape,
  ...work.shape,
  ...availability.shape,
};
export const Question = z.keyof(z.object(questions));
export type Question = z.infer<typeof Question>;

/** What a person says to a question. */
export type Said<Q extends Question> = z.infer<(typeof questions)[Q]>;

/** "Cannot or do not want to say", which is neither "don't know" nor silence. */
export const noAnswer = 'no-answer';
export type NoAnswer = typeof noAnswer;

/** An answer as it is kept: what was said, or "no-answer", or null when it was taken back. */
export type Answer<Q extends Question = Question> = Said<Q> | NoAnswer | null;

/** All answers of one person, folded; a question that was never reached is absent. */
export type Answers = { [Q in Question]?: Answer<Q> };

const checkOf = (question: Question) => z.union([z.literal(noAnswer), z.null(), questions[question]]);
// Making a check costs more than using it, so each is made once, when it is first needed.
const checks = new Map<Question, ReturnType<typeof checkOf>>();

/** The check of one answer: the same object on the phone and on the server. */
export function answerSchema(question: Question) {
  const check = checks.get(question) ?? checkOf(question);
  checks.set(question, check);
  return check;
}

/** Tells whether somebody said something, rather than skipping, declining, or taking back. */
export function said<Q extends Question>(answers: Answers, question: Q): Said<Q> | undefined {
  const answer = answers[question];
  // The two marks are no possible value of any question, so what is left was said.
  return answer === undefined || answer === null || answer === noAnswer ? undefined : (answer as Said<Q>);
}
