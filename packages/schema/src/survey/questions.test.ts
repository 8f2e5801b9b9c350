import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerProblem } from './events.ts';
import { inputOf } from './inputs.ts';
import { answerSchema, noAnswer, Question, said } from './questions.ts';

const all = Question.options;

/** Words that would stand in the name of a question, or of one of its options, that must never be asked. */
const neverAsked = {
  'route and reason of flight': /flight|flee|fled|escape|route|smuggl|persecut|asylum/i,
  violence: /violen|tortur|trauma|abuse|attack/i,
  'military and crime': /militar|army|soldier|weapon|crime|crimin|prison|police/i,
  religion: /relig(?!ious-school)|faith|church|mosque|muslim|christ|jew/i,
  politics: /politic|party|vote|opinion/i,
  'health diagnoses': /health|diagnos|disease|illness|disab|pregnan|medic/i,
  'income and benefits': /income|salar|wage|(?<!l)earn|benefit|debt|money|bank/i,
  'family abroad': /family(?!-business)|parent|spouse|sibling|relative|marri/i,
  'legality of entry': /legal|visa|entry|residence|permit|passport|citizen|nationalit|ethnic|origin/i,
  'exact address and register numbers':
    /address|street|postcode|phone(?!$)|mail|azr|register|taxid|insurance/i,
};

test.for(Object.entries(neverAsked))('nobody is asked about %s', ([, words]) => {
  const names = all.flatMap((question) => {
    const input = inputOf(question);
    return 'options' in input ? [question, ...input.options] : [question];
  });
  expect(names.filter((name) => words.test(name))).toEqual([]);
});

test('declining and taking back are possible for every question, and are nothing that was said', () => {
  for (const question of all) {
    expect(answerSchema(question).safeParse(noAnswer).success).toBe(true);
    expect(answerSchema(question).safeParse(null).success).toBe(true);
    expect(said({ [question]: noAnswer }, question)).toBeUndefined();
    expect(said({ [question]: null }, question)).toBeUndefined();
  }
});

test('silence is no answer', () => {
  for (const question of all) {
    for (const silence of [undefined, '', ' ', {}]) {
      expect([question, answerProblem(question, silence)]).not.toEqual([question, undefined]);
    }
  }
});

test('every option on screen is a possible answer, and nothing else is', () => {
  for (const question of all) {
    const input = inputOf(question);
    if (input.kind === 'choice') {
      for (const option of input.options) expect(answerProblem(question, option)).toBeUndefined();
      expect(answerProblem(question, 'something else')).toBe('invalid_value');
    }
    if (input.kind === 'several') {
      for (const option of input.options) expect(answerProblem(question, [option])).toBeUndefined();
      const most = input.options.slice(0, input.most);
      expect(answerProblem(question, [...most])).toBeUndefined();
      expect(answerProblem(question, ['something else'])).toBe('invalid_value');
    }
  }
});

test('whatever is thrown at a question is answered by a verdict, never by an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.anything(), (question, thrown) => {
      expect(typeof answerProblem(question, thrown)).toMatch(/string|undefined/);
    }),
  );
});

test('a year that has not come is refused by its own word', () => {
  const year = new Date().getFullYear();
  expect(answerProblem('birthYear', { year, about: true })).toBeUndefined();
  expect(answerProblem('birthYear', { year: year + 1, about: false })).toBe('future');
});

test('own words are trimmed, may break the line, and hold no control characters', () => {
  expect(answerSchema('consider').parse('  two\nlines ')).toBe('two\nlines');
  for (const hidden of ['a\u0000b', 'a\u001bb', 'a\ud800b'])
    expect(answerProblem('consider', hidden)).toBe('invalid_format');
  expect(answerProblem('callName', 'x'.repeat(61))).toBe('too_big');
  expect(answerProblem('callName', 'أمل')).toBeUndefined();
});

test('options stand in the order in which they are written, also where they are numbers', () => {
  expect(inputOf('trainingDuration')).toMatchObject({ options: ['under-1', '1', '2', '3', '4', 'over-4'] });
  const fields = inputOf('trainingField');
  expect('options' in fields && [fields.options.at(0), ...fields.options.slice(-2)]).toEqual([
    '00',
    '10',
    'other',
  ]);
});

test('every class of licence that Germany gives can be named (FeV § 6)', () => {
  expect(inputOf('licences')).toMatchObject({
    options: expect.arrayContaining('AM A1 A2 A B BE C1 C1E C CE D1 D1E D DE T L'.split(' ')),
  });
});
