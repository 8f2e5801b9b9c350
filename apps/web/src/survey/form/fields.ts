import type { Answers, Question } from '@kannwas/schema/survey/questions';
import type { FieldErrors, Resolver } from 'react-hook-form';
import { answerFrom, type Given, givenFrom, problemWith } from './given.ts';

/** What a page of questions holds. */
export type Fields = { [Q in Question]?: Given };

/** The fields of a page, filled with what is already known. */
export function fieldsFor(ask: readonly Question[], answers: Answers): Fields {
  return Object.fromEntries(ask.map((question) => [question, givenFrom(question, answers[question])]));
}

/** The answers that stand on a page; only for pages without a problem. */
export function answersIn(ask: readonly Question[], fields: Fields): Answers {
  const answers = ask.map((question) => [question, answerFrom(question, givenIn(fields, question))]);
  return Object.fromEntries(answers) as Answers;
}

/** Checks a page with the schema that the server uses too; the type of an error is its code. */
export function checkPage(ask: readonly Question[]): Resolver<Fields> {
  return (fields) => {
    const errors: FieldErrors<Fields> = {};
    for (const question of ask) {
      const type = problemWith(question, givenIn(fields, question));
      if (type) errors[question] = { type };
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: fields, errors: {} };
  };
}

function givenIn(fields: Fields, question: Question): Given {
  const nothing: Given = { many: [], about: false, declined: false };
  return { ...nothing, ...fields[question] };
}
