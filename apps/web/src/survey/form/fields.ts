import { askedOn, saidInstead, type Visit } from '@kannwas/schema/survey/journey';
import { type Answers, type Question, slotOf } from '@kannwas/schema/survey/questions';
import type { FieldErrors, Resolver } from 'react-hook-form';
import { answerFrom, type Given, givenFrom, problemWith } from './given.ts';

/** What a page of questions holds. */
export type Fields = { [Q in Question]?: Given };

/** The fields of a page, filled with what is already known. */
export function fieldsFor({ page, entry }: Visit, answers: Answers): Fields {
  const filled = page.ask.map((question) => [
    question,
    givenFrom(question, answers[slotOf(question, entry)]),
  ]);
  return Object.fromEntries(filled);
}

/** What the page asks, as it is filled in now: one answer may do without another below it. */
export function askedIn(visit: Visit, fields: Fields, answers: Answers): readonly Question[] {
  return askedOn(visit, { ...answers, ...answersIn(visit, visit.page.ask, fields) });
}

/** The answers that stand on a page; only for questions without a problem. */
export function answersIn({ entry }: Visit, ask: readonly Question[], fields: Fields): Answers {
  const given = ask.flatMap((question) => {
    const answer = answerFrom(question, givenIn(fields, question));
    return answer === undefined ? [] : [[slotOf(question, entry), answer]];
  });
  return Object.fromEntries(given) as Answers;
}

/** Checks a page with the schema that the server uses too; the type of an error is its code. */
export function checkPage(visit: Visit, answers: () => Answers): Resolver<Fields> {
  return (fields) => {
    const errors: FieldErrors<Fields> = {};
    for (const question of askedIn(visit, fields, answers())) {
      const type = problemWith(question, givenIn(fields, question));
      if (type === 'missing' && saidInstead(visit, answers()).length > 0) continue;
      if (type) errors[question] = { type };
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: fields, errors: {} };
  };
}

function givenIn(fields: Fields, question: Question): Given {
  const nothing: Given = { many: [], about: false, declined: false };
  return { ...nothing, ...fields[question] };
}
