import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputOf } from './inputs.ts';
import { askedPages, askedQuestions, firstUnreached, keepAsked, nextPage, previousPage } from './journey.ts';
import { type PageId, pages } from './pages.ts';
import { type Answers, noAnswer, Question } from './questions.ts';

const all = Question.options;

/** Answers of anybody: to each question something that may be chosen, or one of the two marks, or nothing. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    all.map((question) => {
      const input = inputOf(question);
      const said = input.kind === 'choice' ? [...input.options] : ['said'];
      return [question, fc.constantFrom(...said, noAnswer, null)];
    }),
  ),
  { requiredKeys: [] },
);
const anyPage = fc.constantFrom<PageId[]>(...pages.map(({ id }) => id));

test('whatever somebody answers, the way leads through every page asked, once, to the check page', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const asked = askedPages(answers).map(({ id }) => id);
      const walked: string[] = [];
      let at: PageId | 'check' | undefined = asked[0];
      while (at && at !== 'check' && walked.length <= pages.length) {
        walked.push(at);
        at = nextPage(answers, at);
      }
      expect(at).toBe('check');
      expect(walked).toEqual(asked);
    }),
  );
});

test('back undoes next on every page', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const { id } of askedPages(answers)) expect(previousPage(answers, nextPage(answers, id))).toBe(id);
    }),
  );
});

test('a page whose condition just fell away still leads on and back', () => {
  fc.assert(
    fc.property(anyAnswers, anyPage, (answers, page) => {
      const ids = pages.map(({ id }) => id);
      const asked = askedPages(answers).map(({ id }) => id);
      const next = nextPage(answers, page);
      const previous = previousPage(answers, page);
      expect(next === 'check' || (asked.includes(next) && ids.indexOf(next) > ids.indexOf(page))).toBe(true);
      expect(
        previous === undefined || (asked.includes(previous) && ids.indexOf(previous) < ids.indexOf(page)),
      ).toBe(true);
    }),
  );
});

test('keeping what is asked keeps it all the second time, and changes no answer', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const kept = keepAsked(answers);
      expect(keepAsked(kept)).toEqual(kept);
      expect(answers).toMatchObject(kept);
      expect(askedPages(kept)).toEqual(askedPages(answers));
    }),
  );
});

test('a change of mind brings the answers back', () => {
  const before: Answers = { experienceKind: 'paid', experienceDuration: '3-5' };
  expect(keepAsked({ ...before, experienceKind: 'none-yet' })).toEqual({ experienceKind: 'none-yet' });
  expect(keepAsked({ ...before, experienceKind: 'care' })).toEqual({ ...before, experienceKind: 'care' });
});

test('whoever speaks no German is not asked how well they read it', () => {
  expect(askedQuestions({ germanSpeaking: 'none' })).not.toContain('germanReading');
  expect(askedQuestions({ germanSpeaking: 'a-little' })).toContain('germanReading');
  expect(askedQuestions({ germanSpeaking: noAnswer })).toContain('germanReading');
});

test('a returning person goes on at the first page that was never reached; a declined one was reached', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const at = firstUnreached(answers);
      const unreached = (page: { ask: readonly Question[] }) =>
        page.ask.some((question) => answers[question] === undefined);
      expect(at).toBe(askedPages(answers).find(unreached)?.id ?? 'check');
    }),
  );
  expect(firstUnreached({})).toBe(pages[0].id);
  expect(firstUnreached(Object.fromEntries(all.map((question) => [question, noAnswer])))).toBe('check');
});

test('every question stands on exactly one page, and no page shares its name', () => {
  expect(pages.flatMap(({ ask }) => [...ask]).toSorted()).toEqual(all.toSorted());
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
});
