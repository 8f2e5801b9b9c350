import type { Language } from '@kannwas/schema/codes';
import type { AnswerEvent } from '@kannwas/schema/survey/events';
import type { Answers, Slot } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { v7 } from 'uuid';

const another = '0190a3f0-6c1e-7d55-9a41-0d6a3b1f2c77';

/** Somebody with something in every chapter: several trainings and kinds of work, tasks, documents, own words in two scripts. */
export const manifold = {
  consentResult: { given: true, version: consentVersion },
  howMuch: 'full',
  callName: 'ሰምሃር (Semhar)',
  birthYear: { year: 1987, about: true },
  gender: 'female',
  district: '15087220',
  arrivalYear: { year: 2022, about: false },
  rightToWork: 'allowed',
  motherTongue: 'tir',
  motherTongueSpeaking: 'very-well',
  schoolLanguage: 'ara',
  schoolLanguageReading: 'well',
  germanSpeaking: 'everyday',
  germanReading: 'a-little',
  germanWriting: 'a-little',
  germanCertificate: 'B1',
  englishSpeaking: 'a-little',
  otherLanguages: ['tur', 'som'],
  'otherSpeaking/tur': 'well',
  'otherSpeaking/som': 'a-little',
  alphabets: ['ethiopic', 'latin', 'arabic'],
  everAtSchool: 'yes',
  educationCountry: 'GE',
  schoolYears: '12-and-more',
  schoolRung: 'GE/secondary',
  trainedAny: 'yes',
  trainingKind: 'apprenticeship',
  trainingFor: '5120',
  trainingCountry: 'ER',
  trainingDuration: '2',
  trainingResult: 'with-paper',
  trainingDocument: 'with-me',
  [`trainingKind/${another}`]: 'university',
  [`trainingFor/${another}`]: '2221',
  [`trainingResult/${another}`]: 'not-finished',
  recognitionApplied: 'yes',
  recognitionFor: '2221',
  recognitionResult: 'partly',
  experienceKind: 'paid',
  experienceOccupation: '5120',
  experienceDuration: '6-10',
  experienceLastYear: { year: 2021, about: true },
  experienceCountry: 'ER',
  experienceTasks: ['cook-meals', 'bake-bread-rolls'],
  'taskOften/cook-meals': 'very-often',
  'taskToday/cook-meals': 'yes',
  'taskOften/bake-bread': 'rarely',
  'taskToday/bake-bread': 'with-help',
  [`experienceKind/${another}`]: 'care',
  [`experienceOccupation/${another}`]: 'no-answer',
  [`experienceOwnWords/${another}`]: 'كنت أعتني بجدتي مريم',
  [`experienceDuration/${another}`]: '3-5',
  licences: ['B', 'BE', 'forklift'],
  licenceFrom: 'elsewhere',
  machines: ['kitchen', 'sewing'],
  papers: ['food-hygiene', 'first-aid'],
  digital: ['search', 'messages'],
  strengths: ['reliable', 'calm'],
  strengthExample: 'ንሓሙሽተ ዓመት ኣብ ሆቴል ሰሪሐ።',
  wantedFields: ['kitchen', 'care'],
  selfEmployment: 'maybe',
  availableFor: ['work', 'language-course'],
  hours: 'part-time',
  shifts: ['early', 'day'],
  mobility: ['bus-and-train', 'foot'],
  childcareNeeded: 'yes',
  goal: 'my-occupation',
  helpMost: ['recognition', 'childcare'],
} as const satisfies Answers;

/** Answers as the person gave them, one event each. */
export function eventsOf(answers: Answers, language: Language = 'ti'): AnswerEvent[] {
  return Object.entries(answers).map(([question, value], n) => ({
    id: v7({ msecs: Date.UTC(2026, 9, 1) + n }),
    question: question as Slot,
    value: value ?? null,
    baseId: null,
    settles: [],
    manner: 'self',
    language,
    recordedAt: '2026-10-01T08:00:00.000Z',
    receivedAt: '2026-10-01T08:00:00.000Z',
    author: null,
  }));
}

/** A case worker saw a document about an answer. */
export function seen(events: readonly AnswerEvent[], question: Slot): AnswerEvent {
  const before = events.find((event) => event.question === question);
  if (!before) throw new Error(`Nobody said anything to ${question}`);
  return {
    ...before,
    id: v7({ msecs: Date.UTC(2026, 10, 5) }),
    baseId: before.id,
    manner: 'document-seen',
    author: 'carla',
    recordedAt: '2026-11-05T10:00:00.000Z',
  };
}
