import type { Site } from '@kannwas/schema/sites';
import { entriesOf } from '@kannwas/schema/survey/entries';
import type { AnswerEvent } from '@kannwas/schema/survey/events';
import { type Answers, type Question, said } from '@kannwas/schema/survey/questions';
import { toldIn } from '../passports/statements.ts';
import { type Words, wordsIn } from '../passports/words.ts';

/** What a program for CVs wants to know: the answers, and their words in German, which employers read. */
export type Facts = {
  answers: Answers;
  words: Words;
  /** An answer in words; undefined where nothing was said. */
  text: (question: Question, entry?: string) => string | undefined;
  /** Several answers in one line. */
  line: (...parts: (string | undefined)[]) => string | undefined;
  trainings: readonly (string | undefined)[];
  experiences: readonly (string | undefined)[];
};

// Programs show these marks as boxes; here every text is German anyway.
const unmarked = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

/** Reads the facts that stand on a paper, and no others, from the events of a response. */
export async function factsIn(
  events: readonly AnswerEvent[],
  { districts }: Pick<Site, 'districts'>,
): Promise<Facts> {
  const words = await wordsIn('de');
  const { answers, said: pages } = toldIn(events);
  const shown = new Set(
    pages.flatMap(({ visit, statements }) => statements.map(({ question }) => `${question}/${visit.entry}`)),
  );
  const text = (question: Question, entry?: string) => {
    if (!shown.has(`${question}/${entry}`)) return undefined;
    const found = words.answer(question, said(answers, question, entry), districts);
    return found === undefined ? undefined : unmarked(found);
  };
  const line = (...parts: (string | undefined)[]) => {
    const there = parts.filter((part) => part !== undefined);
    return there.length > 0 ? there.join(', ') : undefined;
  };
  const has = (question: Question) => (entry: string | undefined) => text(question, entry) !== undefined;
  return {
    answers,
    words,
    text,
    line,
    trainings: entriesOf(answers, 'training').filter(has('trainingKind')),
    experiences: entriesOf(answers, 'experience').filter(
      (entry) => has('experienceKind')(entry) && said(answers, 'experienceKind', entry) !== 'none-yet',
    ),
  };
}

/** Leaves out what is not there: programs take an empty place for an answer. */
export function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** The pieces of work of one experience, in words. */
export function tasksOf({ answers, words }: Facts, entry: string | undefined): string[] {
  return (said(answers, 'experienceTasks', entry) ?? []).map(words.task);
}

export type Spoken = { code: string; speaking?: string; reading?: string; writing?: string };

/** The languages with what was said about each; the first is the mother tongue, if it was named. */
export function languagesOf({ answers, text }: Facts): Spoken[] {
  const [own, school] = [said(answers, 'motherTongue'), said(answers, 'schoolLanguage')];
  const levels = (speaking: Question, reading: Question, writing: Question, entry?: string) =>
    present({
      speaking: text(speaking, entry),
      reading: text(reading, entry),
      writing: text(writing, entry),
    });
  const all: (Omit<Spoken, 'code'> & { code: string | undefined })[] = [
    { code: own, ...levels('motherTongueSpeaking', 'motherTongueReading', 'motherTongueWriting') },
    { code: school, ...levels('schoolLanguageSpeaking', 'schoolLanguageReading', 'schoolLanguageWriting') },
    { code: 'deu', ...levels('germanSpeaking', 'germanReading', 'germanWriting') },
    { code: 'eng', ...levels('englishSpeaking', 'englishReading', 'englishWriting') },
    ...entriesOf(answers, 'language').map((code) => ({
      code,
      ...levels('otherSpeaking', 'otherReading', 'otherWriting', code),
    })),
  ];
  const known = new Set<string>();
  return all.flatMap(({ code, ...skills }) => {
    const isSilent = code !== own && Object.keys(skills).length === 0;
    if (code === undefined || isSilent || known.has(code)) return [];
    known.add(code);
    return [{ code, ...skills }];
  });
}
