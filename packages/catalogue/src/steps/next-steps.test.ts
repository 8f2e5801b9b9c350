import { courseLevels, type Offer, offerKinds } from '@kannwas/schema/offers';
import { type Answers, slotOf } from '@kannwas/schema/survey/questions';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognitionFor } from '../germany/recognition.ts';
import english from '../languages/en/steps.json' with { type: 'json' };
import { occupations } from '../occupations.ts';
import { isDone, nextSteps, tickOf } from './next-steps.ts';

const offer = (content: Partial<Offer> = {}): Offer => ({
  id: '0190a000-0000-7000-8000-000000000001',
  kind: 'language-course',
  levels: [],
  texts: { de: { name: 'Kurs', whom: null, when: null } },
  where: null,
  link: null,
  phone: null,
  from: '2026-12-01',
  until: null,
  ...content,
});
const stepsOf = (answers: Answers, offers: Offer[] = []) => nextSteps(answers, { offers }).steps;
const kindsOf = (answers: Answers) => stepsOf(answers).map(({ kind }) => kind);
const find = (answers: Answers, code: string) => stepsOf(answers).find((step) => step.code === code);

/** Amal was a nurse in Syria, her certificate is at home, and she speaks everyday German. */
const amal: Answers = {
  germanSpeaking: 'everyday',
  trainedAny: 'yes',
  trainingFor: '2221',
  trainingResult: 'with-paper',
  trainingDocument: 'at-home',
  recognitionApplied: 'no',
  recognitionWhyNot: ['dont-know-how'],
  experienceKind: 'paid',
  experienceOccupation: '2221',
  availableFor: ['work', 'recognition'],
  childcareNeeded: 'yes',
};

test('a nurse hears that her training needs recognition, why, and what else comes first', () => {
  expect(kindsOf(amal)).toEqual(['german', 'recognition', 'documents', 'childcare', 'work', 'advice']);
  expect(find(amal, 'recognition-2221')).toMatchObject({
    reasons: ['trained', 'worked', 'ownOccupation', 'dontKnowHow'],
    recognition: recognitionFor('2221'),
  });
  expect(find(amal, 'german')).toMatchObject({ reasons: ['nextLevel'], level: 'B1' });
});

test('somebody whose training was found equal is not sent to have it recognised again', () => {
  const equal: Answers = { ...amal, recognitionApplied: 'yes', recognitionResult: 'equal' };
  expect(kindsOf(equal)).not.toContain('recognition');
  const ongoing: Answers = { ...amal, recognitionApplied: 'yes', recognitionResult: 'ongoing' };
  expect(find(ongoing, 'recognition-2221')?.reasons[0]).toBe('ongoing');
});

test('a cook without papers is told of the test in which he can show what he knows', () => {
  const cook: Answers = { experienceKind: 'paid', experienceOccupation: '5120', experienceDuration: '1-2' };
  expect(find(cook, 'test-5120')?.reasons).toEqual(['worked', 'withoutPaper']);
  // Recognition of skills without training is for those who did the work for years.
  expect(find(cook, 'recognition-5120')).toBeUndefined();
  expect(find({ ...cook, experienceDuration: '6-10' }, 'recognition-5120')?.reasons).toEqual(['worked']);
});

test('care and housework at home lead to no authority', () => {
  expect(kindsOf({ experienceKind: 'care', experienceOccupation: '5322' })).toEqual(['advice']);
});

test('whoever may not work at the moment is sent to ask, not to apply', () => {
  const answers: Answers = { rightToWork: 'not-now', availableFor: ['work'] };
  expect(kindsOf(answers)).toEqual(['permission', 'advice']);
});

test('whoever cannot read Latin letters starts at the beginning, however well they speak', () => {
  expect(find({ germanSpeaking: 'well', alphabets: ['arabic'] }, 'german')).toMatchObject({
    reasons: ['script'],
    level: 'A1',
  });
});

test('a course is shown at its level only, and the rest of the offers stands below', () => {
  const fitting = offer({ levels: ['B1'] });
  const tooEasy = offer({ id: '0190a000-0000-7000-8000-000000000002', levels: ['A1'] });
  const { steps, more } = nextSteps(amal, { offers: [tooEasy, fitting] });
  expect(steps.find(({ kind }) => kind === 'german')?.offers).toEqual([fitting]);
  expect(more).toEqual([tooEasy]);
});

const unitGroup = fc.constantFrom(...occupations.map(({ isco }) => isco));
/** Answers of every kind that steps depend on, in any combination. */
const anybody: fc.Arbitrary<Answers> = fc.record(
  {
    germanSpeaking: fc.constantFrom('none', 'a-little', 'everyday', 'well', 'very-well', 'no-answer', null),
    germanCertificate: fc.constantFrom('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'),
    alphabets: fc.constantFrom(['latin'], ['arabic'], ['none']),
    rightToWork: fc.constantFrom('allowed', 'with-permission', 'not-now', 'unsure', 'no-answer'),
    trainedAny: fc.constantFrom('yes', 'no'),
    trainingFor: unitGroup,
    trainingResult: fc.constantFrom('with-paper', 'without-paper', 'not-finished', 'ongoing'),
    trainingDocument: fc.constantFrom('with-me', 'at-home', 'lost'),
    recognitionApplied: fc.constantFrom('yes', 'no'),
    recognitionFor: unitGroup,
    recognitionResult: fc.constantFrom('equal', 'partly', 'not', 'ongoing', 'withdrawn'),
    experienceKind: fc.constantFrom('paid', 'own-business', 'household', 'care', 'none-yet'),
    experienceOccupation: unitGroup,
    experienceDuration: fc.constantFrom('under-1', '3-5', 'over-10'),
    availableFor: fc.subarray(['work', 'training', 'language-course', 'recognition', 'study'], {
      minLength: 1,
    }),
    goal: fc.constantFrom('my-occupation', 'any-work', 'training', 'study', 'german', 'own-business'),
    helpMost: fc.subarray(['recognition', 'computer', 'contacts', 'childcare'], { minLength: 1 }),
    childcareNeeded: fc.constantFrom('yes', 'no', 'unsure'),
    licenceFrom: fc.constantFrom('germany', 'elsewhere', 'both'),
    selfEmployment: fc.constantFrom('yes', 'maybe', 'no'),
    digital: fc.constantFrom(['none'], ['search']),
    nextSteps: fc.subarray(['recognition', 'practical-test', 'internship', 'childcare', 'other-advice'], {
      minLength: 1,
    }),
  },
  { requiredKeys: [] },
);
const someOffers = fc.uniqueArray(
  fc.record({
    id: fc.uuid({ version: 7 }),
    kind: fc.constantFrom(...offerKinds),
    levels: fc.subarray([...courseLevels]),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('every step has a reason and words, and every code is one of a kind', () => {
  fc.assert(
    fc.property(anybody, (answers) => {
      const steps = stepsOf(answers);
      expect(new Set(steps.map(({ code }) => code)).size).toBe(steps.length);
      expect(steps.at(-1)?.kind).toBe('advice');
      for (const { kind, reasons } of steps) {
        expect(english.kinds).toHaveProperty([kind]);
        for (const reason of reasons) expect(english.reasons).toHaveProperty([reason]);
      }
    }),
  );
});

test('of law nothing is said but what the catalogue holds about that very occupation', () => {
  fc.assert(
    fc.property(anybody, (answers) => {
      for (const { kind, occupation, recognition } of stepsOf(answers)) {
        const isAboutOne = kind === 'recognition' || kind === 'test';
        expect(occupation !== undefined && recognition !== undefined).toBe(isAboutOne);
        if (occupation) expect(recognition).toEqual(recognitionFor(occupation));
        if (kind === 'test') expect(recognition?.practicalTest).toBe(true);
      }
    }),
  );
});

test('no offer is lost: each stands at a step or below, and what it says fits', () => {
  fc.assert(
    fc.property(anybody, someOffers, (answers, partly) => {
      const offers = partly.map((each) => offer(each));
      const { steps, more } = nextSteps(answers, { offers });
      const shown = new Set([...steps.flatMap((step) => step.offers), ...more].map(({ id }) => id));
      expect(shown.size).toBe(offers.length);
      for (const { level, offers: ofStep } of steps) {
        for (const { levels } of ofStep) if (level && levels.length > 0) expect(levels).toContain(level);
      }
    }),
  );
});

test('a tick stays with its step, whatever else is said later', () => {
  fc.assert(
    fc.property(anybody, anybody, (before, later) => {
      const [ticked] = stepsOf(before);
      if (!ticked) return;
      const now: Answers = { ...before, ...later, [tickOf(ticked)]: 'done' };
      for (const step of stepsOf(now)) expect(isDone(now, step)).toBe(step.code === ticked.code);
      expect(stepsOf(now)).toEqual(stepsOf({ ...before, ...later }));
    }),
  );
});

test('a tick is kept under a name that the survey takes', () => {
  fc.assert(
    fc.property(anybody, (answers) => {
      for (const { code } of stepsOf(answers)) {
        expect(code).toMatch(/^[a-z0-9-]{1,40}$/);
        expect(tickOf({ code })).toBe(slotOf('stepDone', code));
      }
    }),
  );
});
