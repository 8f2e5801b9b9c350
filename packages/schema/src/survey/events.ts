import * as z from 'zod/mini';
import { Language, Uuid } from '../codes.ts';
import { isSlot } from './entries.ts';
import { answerSchema, partsOf, Question, type Slot } from './questions.ts';

/** How an answer came about. The newcomer's own words are never replaced, whoever speaks later. */
export const Manner = z.enum(['self', 'with-helper', 'with-interpreter', 'case-worker', 'document-seen']);
export type Manner = z.infer<typeof Manner>;

/** What a person who answers by themselves may claim; the other two belong to case workers. */
export const ownManners: readonly Manner[] = ['self', 'with-helper', 'with-interpreter'];

/** Clocks of cheap phones run wrong; a day ahead is still believed. */
const notFromTheFuture = z.refine<string>((time) => Date.parse(time) < Date.now() + 86_400_000, {
  params: { code: 'future' },
});

/** A question, or a question about one of several things: `taskOften/bake-bread`. */
export const SlotName = z
  .union([Question, z.templateLiteral([Question, '/', z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))])])
  .check(z.refine(isSlot));

const shape = {
  id: Uuid,
  question: SlotName,
  value: z.json(),
  /** The event of this question that the author saw; null when there was none. */
  baseId: z.nullable(Uuid),
  /** Further events that this one decides against: a decision on a conflict names all it saw. */
  settles: z._default(z.array(Uuid).check(z.maxLength(20)), []),
  manner: Manner,
  language: Language,
  recordedAt: z.iso.datetime().check(notFromTheFuture),
};

/** One immutable answer, as the device makes it. The value is checked against its own question. */
export const NewEvent = z.strictObject(shape).check((ctx) => {
  const { question, value } = ctx.value;
  const checked = answerSchema(partsOf(question).question).safeParse(value);
  if (checked.success) {
    ctx.value.value = checked.data;
    return;
  }
  ctx.issues.push({
    code: 'custom',
    input: value,
    path: ['value'],
    message: question,
    params: { code: answerProblem(question, value) },
  });
});
export type NewEvent = z.infer<typeof NewEvent>;

/** The same event as it is kept and read back. */
export const AnswerEvent = z.strictObject({
  ...shape,
  author: z.nullable(z.string()),
  receivedAt: z.iso.datetime(),
});
export type AnswerEvent = z.infer<typeof AnswerEvent>;

/** What is wrong with an answer, as Zod names it; 'future' for a year that has not come yet. */
export function answerProblem(slot: Slot, value: unknown): string | undefined {
  const checked = answerSchema(partsOf(slot).question).safeParse(value);
  if (checked.success) return undefined;
  const [issue] = checked.error.issues;
  // The union of marks and answer reports one list for each option; the last is about the answer itself.
  const own = issue?.code === 'invalid_union' ? (issue.errors.at(-1)?.[0] ?? issue) : issue;
  if (own?.code === 'custom') return String(own.params?.code ?? 'custom');
  return own?.code;
}
