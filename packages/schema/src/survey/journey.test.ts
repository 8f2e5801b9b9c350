import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputOf } from './inputs.ts';
import {
  askedOn,
  askedPages,
  askedSlots,
  findVisit,
  firstUnreached,
  keepAsked,
  nextVisit,
  previousVisit,
  saidInstead,
  type Visit,
} from './journey.ts';
import { pages } from './pages.ts';
import { type Answers, noAnswer, Question, slotOf } from './questions.ts';

const all = Question.options;

const oneMore = '01900000-0000-7000-8000-000000000001';
const another = '01900000-0000-7000-8000-000000000002';

/** Something that may be said to a question. */
function possible(question: Question): readonly unknown[] {
  const input = inputOf(question);
  if (input.kind === 'choice') return input.options;
  if (input.kind === 'languages') return [[], ['fra'], ['fra', 'tur']];
  if (input.kind === 'cards') return [[], ['bake-bread'], ['bake-bread', 'sell-bread']];
  return ['options' in input ? input.options.slice(0, 1) : 'said'];
}

/** Answers of anybody: to each question something that may be chosen, or one of the two marks, or nothing. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      [undefined, oneMore, another].flatMap((entry) =>
        all
          .filter((question) => entry === undefined || /^(experience|training)[A-Z]/.test(question))
          .map((question) => [
            slotOf(question, entry),
            fc.constantFrom(...possible(question), noAnswer, null),
          ]),
      ),
    ),
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);
const anyPage = fc.constantFrom(...pages.map(({ id }) => id));
const named = ({ page, entry }: Visit) => (entry === undefined ? page.id : `${page.id}/${entry}`);
const nameOf = (visit: Visit | 'check' | undefined) =>
  visit === undefined || visit === 'check' ? visit : named(visit);

test('whatever somebody answers, the way leads through every page asked, once, to the check page', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const asked = askedPages(answers);
      const walked: string[] = [];
      let at: Visit | 'check' | undefined = asked[0];
      while (at && at !== 'check' && walked.length <= asked.length) {
        walked.push(named(at));
        at = nextVisit(answers, at);
      }
      expect(at).toBe('check');
      expect(walked).toEqual(asked.map(named));
    }),
  );
});

test('back undoes next on every page', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const visit of askedPages(answers))
        expect(nameOf(previousVisit(answers, nextVisit(answers, visit)))).toBe(named(visit));
    }),
  );
});

test('a page whose condition just fell away still leads on and back', () => {
  fc.assert(
    fc.property(anyAnswers, anyPage, (answers, id) => {
      const from = findVisit(id);
      if (!from) throw new Error(id);
      const asked = askedPages(answers).map(named);
      const [next, previous] = [nextVisit(answers, from), previousVisit(answers, from)];
      expect(next === 'check' || asked.includes(named(next))).toBe(true);
      expect(previous === undefined || asked.includes(named(previous))).toBe(true);
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
  expect(askedSlots({ germanSpeaking: 'none' })).not.toContain('germanReading');
  expect(askedSlots({ germanSpeaking: 'a-little' })).toContain('germanReading');
  expect(askedSlots({ germanSpeaking: noAnswer })).toContain('germanReading');
});

test('a returning person goes on at the first page that was never reached; a declined one was reached', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const unreached = (visit: Visit) =>
        !visit.page.lists &&
        saidInstead(visit, answers).length === 0 &&
        askedOn(visit, answers).some((question) => answers[slotOf(question, visit.entry)] === undefined);
      expect(nameOf(firstUnreached(answers))).toBe(nameOf(askedPages(answers).find(unreached) ?? 'check'));
    }),
  );
  expect(nameOf(firstUnreached({}))).toBe(pages[0].id);
  expect(firstUnreached(Object.fromEntries(all.map((question) => [question, noAnswer])))).toBe('check');
});

test('every question stands on exactly one page, and no page shares its name', () => {
  expect(
    pages.flatMap((page) => [...page.ask, ...('instead' in page ? page.instead : [])]).toSorted(),
  ).toEqual(all.toSorted());
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
});

test('whoever knows several kinds of work is asked about each, and about what was taken off the list no more', () => {
  const two: Answers = { experienceKind: 'paid', [`experienceKind/${oneMore}`]: 'care' };
  const asked = (answers: Answers) =>
    askedPages(answers)
      .map(named)
      .filter((name) => name.startsWith('experience-duration'));
  expect(asked(two)).toEqual(['experience-duration', `experience-duration/${oneMore}`]);
  expect(asked({ ...two, experienceRemoved: 'removed' })).toEqual([`experience-duration/${oneMore}`]);
  expect(keepAsked({ ...two, experienceRemoved: 'removed' })).not.toHaveProperty('experienceKind');
  expect(asked({ ...two, experienceRemoved: null })).toEqual(asked(two));
});

test('a thing that is just being added has its place behind the others before anything is said of it', () => {
  const answers: Answers = { experienceKind: 'paid' };
  const kind = findVisit('experience-kind', oneMore);
  if (!kind) throw new Error('there is no such page');
  expect(nameOf(nextVisit(answers, kind))).toBe(`experience-occupation/${oneMore}`);
  expect(nameOf(previousVisit(answers, kind))).toBe('experience-tasks');
});

test('a piece of work that was done in two kinds of work is asked about once', () => {
  const answers: Answers = {
    experienceTasks: ['bake-bread', 'sell-bread'],
    [`experienceTasks/${oneMore}`]: ['sell-bread'],
  };
  expect(askedSlots(answers).filter((slot) => slot.startsWith('taskOften'))).toEqual([
    'taskOften/bake-bread',
    'taskOften/sell-bread',
  ]);
  expect(askedSlots({ ...answers, 'taskOften/bake-bread': 'never' })).not.toContain('taskToday/bake-bread');
});

test('whoever says only the most important meets half of the pages, and loses nothing that was said', () => {
  const short = askedPages({ howMuch: 'short' });
  expect(short.length).toBeLessThan(askedPages({ howMuch: 'full' }).length / 2 + 5);
  expect(short.map(named)).not.toContain('goal');
  expect(keepAsked({ howMuch: 'short', goal: 'study' })).toEqual({ howMuch: 'short', goal: 'study' });
});

test('only case workers are asked about the conversation', () => {
  expect(askedSlots({})).not.toContain('appraisal');
  expect(askedSlots({}, 'staff')).toContain('appraisal');
});
