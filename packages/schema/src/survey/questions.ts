import * as z from 'zod/mini';
import { availability, wishes } from './questions/availability.ts';
import { interview } from './questions/interview.ts';
import { languages } from './questions/languages.ts';
import { person } from './questions/person.ts';
import { recognition, school } from './questions/school.ts';
import { start } from './questions/start.ts';
import { steps } from './questions/steps.ts';
import { practical, strengths, work } from './questions/work.ts';

/** Everything that can be asked, by name: the one list of questions. */
export const questions = {
  ...start.shape,
  ...person.shape,
  ...languages.shape,
  ...school.shape,
  ...recognition.shape,
  ...work.shape,
  ...practical.shape,
  ...strengths.shape,
  ...availability.shape,
  ...wishes.shape,
  ...interview.shape,
  ...steps.shape,
};
export const Question = z.keyof(z.object(questions));
export type Question = z.infer<typeof Question>;

/** The purposes, each of which needs a yes of its own. */
export const consents = [
  'consentResult',
  'consentCounselling',
  'consentPool',
  'consentStatistics',
  'consentContact',
] as const satisfies Question[];

/** What a person says to a question. */
export type Said<Q extends Question> = z.infer<(typeof questions)[Q]>;

/** "Cannot or do not want to say", which is neither "don't know" nor silence. */
export const noAnswer = 'no-answer';
export type NoAnswer = typeof noAnswer;

/** An answer as it is kept: what was said, or "no-answer", or null when it was taken back. */
export type Answer<Q extends Question = Question> = Said<Q> | NoAnswer | null;

/** A question about one of several things of a kind: `trainingKind/0190…`, `taskOften/bake-bread`. */
export type Repeated<Q extends Question = Question> = `${Q}/${string}`;

/**
 * What an answer belongs to. Of trainings and experiences the first has no entry: `experienceKind` is that of the
 * first one, `experienceKind/0190…` that of another.
 */
export type Slot<Q extends Question = Question> = Q | Repeated<Q>;

/** All answers of one person, folded; a question that was never reached is absent. */
export type Answers = { [Q in Question]?: Answer<Q> } & { [R in Repeated]?: Answer };

/** The slot of a question for one entry; without an entry the question itself. */
export function slotOf<Q extends Question>(question: Q, entry?: string): Slot<Q> {
  return entry === undefined ? question : `${question}/${entry}`;
}

/** Takes a slot apart. */
export function partsOf(slot: Slot): { question: Question; entry: string | undefined } {
  const [question, entry] = slot.split('/', 2);
  // What stands before the stroke of a slot is a question by its type.
  return { question: question as Question, entry };
}

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
export function said<Q extends Question>(answers: Answers, question: Q, entry?: string): Said<Q> | undefined {
  const answer: Answer | undefined = answers[slotOf(question, entry)];
  // The two marks are no possible value of any question, so what is left was said.
  return answer === undefined || answer === null || answer === noAnswer ? undefined : (answer as Said<Q>);
}
