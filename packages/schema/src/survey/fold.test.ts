import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerEvent } from './events.ts';
import { fold } from './fold.ts';

type Foldable = Pick<AnswerEvent, 'id' | 'question' | 'value' | 'baseId' | 'settles' | 'manner'>;

const said = (id: string, value: string, more: Partial<Foldable> = {}): Foldable => ({
  id,
  question: 'callName',
  value,
  baseId: null,
  settles: [],
  manner: 'self',
  ...more,
});

/** Any set of events, forged ones among them: circles, unknown bases, events that settle themselves. */
const anyEvents = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const id = fc.constantFrom(...Array.from({ length: size + 1 }, (_, place) => `event-${place}`));
  const event = fc.record({
    question: fc.constantFrom('callName' as const, 'gender' as const, 'hours' as const),
    value: fc.constantFrom<AnswerEvent['value']>('a', 'b', null, 'no-answer', { year: 1990 }),
    baseId: fc.option(id),
    settles: fc.array(id, { maxLength: 3 }),
    manner: fc.constantFrom<AnswerEvent['manner']>('self', 'with-helper', 'case-worker', 'document-seen'),
  });
  return fc
    .array(event, { minLength: size, maxLength: size })
    .map((events) => events.map((rest, place): Foldable => ({ id: `event-${place}`, ...rest })));
});

test('the folded document does not depend on the order in which events arrive, nor on how often', () => {
  fc.assert(
    fc.property(
      anyEvents.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      ),
      ([events, shuffled]) => {
        expect(fold(shuffled)).toEqual(fold(events));
        // Offline queues also deliver twice.
        expect(fold([...shuffled, ...events])).toEqual(fold(events));
      },
    ),
  );
});

test('every question that was answered has a head, and every head is an event of that question', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { answers, heads } = fold(events);
      const answered = [...new Set(events.map(({ question }) => question))].toSorted();
      expect(Object.keys(heads).toSorted()).toEqual(answered);
      expect(Object.keys(answers).toSorted()).toEqual(answered);
      for (const question of answered) {
        const of = events.filter((event) => event.question === question);
        expect(heads[question]).not.toHaveLength(0);
        for (const head of heads[question] ?? []) expect(of.map(({ id }) => id)).toContain(head);
        expect(of.map(({ value }) => value)).toContainEqual(answers[question]);
      }
    }),
  );
});

test('events of one question never change what is folded of another', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const [alone, all] = [fold(events.filter(({ question }) => question === 'gender')), fold(events)];
      expect(all.answers.gender).toEqual(alone.answers.gender);
      expect(all.heads.gender).toEqual(alone.heads.gender);
    }),
  );
});

test('a question is in conflict exactly when its heads say different things', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { heads, conflicts } = fold(events);
      for (const [question, ids] of Object.entries(heads)) {
        const values = events.filter(({ id }) => ids?.includes(id)).map(({ value }) => JSON.stringify(value));
        expect((conflicts as string[]).includes(question)).toBe(new Set(values).size > 1);
      }
    }),
  );
});

test('an answer replaces the one that its author saw', () => {
  expect(fold([said('1', 'Amal'), said('2', 'Amal A.', { baseId: '1' })])).toEqual({
    answers: { callName: 'Amal A.' },
    heads: { callName: ['2'] },
    conflicts: [],
  });
});

test('two people who did not see each other both stand, and the newcomer is the one shown', () => {
  const folded = fold([
    said('1', 'Amal'),
    said('2', 'Amel', { baseId: '1', manner: 'case-worker' }),
    said('3', 'Amal A.', { baseId: '1' }),
  ]);
  expect(folded).toEqual({
    answers: { callName: 'Amal A.' },
    heads: { callName: ['3', '2'] },
    conflicts: ['callName'],
  });
});

test('of two own words the first stays shown until somebody decides', () => {
  const { answers, heads } = fold([said('2', 'Amel'), said('1', 'Amal')]);
  expect(answers.callName).toBe('Amal');
  expect(heads.callName).toEqual(['1', '2']);
});

test('saying the same twice is no conflict', () => {
  const { heads, conflicts } = fold([said('1', 'Amal'), said('2', 'Amal', { manner: 'case-worker' })]);
  expect(heads.callName).toHaveLength(2);
  expect(conflicts).toEqual([]);
});

test('a decision names all that it saw and ends the conflict', () => {
  const decision = said('4', 'Amal A.', { baseId: '2', settles: ['3'], manner: 'case-worker' });
  const { answers, heads, conflicts } = fold([said('2', 'Amal'), said('3', 'Amel'), decision]);
  expect({ answers, heads, conflicts }).toEqual({
    answers: { callName: 'Amal A.' },
    heads: { callName: ['4'] },
    conflicts: [],
  });
});

test('a late event that the decision did not see opens the conflict again', () => {
  const decision = said('4', 'Amal A.', { baseId: '2', settles: ['3'] });
  const late = said('5', 'Emel', { baseId: '2' });
  expect(fold([said('2', 'Amal'), said('3', 'Amel'), decision, late]).conflicts).toEqual(['callName']);
});

test('events that name each other in a circle all stay', () => {
  const { heads } = fold([said('1', 'a', { baseId: '2' }), said('2', 'b', { baseId: '1' })]);
  expect(heads.callName).toEqual(['1', '2']);
});
