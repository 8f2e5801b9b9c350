import { nameOf } from '@kannwas/catalogue/names';
import { entriesOf } from '@kannwas/schema/survey/entries';
import { type Answers, type Question, said } from '@kannwas/schema/survey/questions';
import { filled } from './isolated.ts';
import type { Words } from './words.ts';

/**
 * What was said to a question, in words and with a remark where it was verified; undefined where nothing was. `put` says it
 * in other words than the survey.
 */
export type Read = (
  words: Words,
  question: Question,
  entry?: string,
  put?: (text: string, code: string) => string,
) => string | undefined;
type Texts = (string | undefined)[];

type Spoken = { code: string; first: boolean; skills: readonly Question[]; entry?: string | undefined };

/** The languages of a person in the order in which they are asked about. */
export function spokenBy(answers: Answers): Spoken[] {
  const [own, school] = [said(answers, 'motherTongue'), said(answers, 'schoolLanguage')];
  const others = entriesOf(answers, 'language').map((entry) => ({
    code: entry,
    entry,
    skills: ['otherSpeaking', 'otherReading', 'otherWriting'] as const,
  }));
  const all = [
    { code: own, skills: ['motherTongueSpeaking', 'motherTongueReading', 'motherTongueWriting'] },
    {
      code: school === own ? undefined : school,
      skills: ['schoolLanguageSpeaking', 'schoolLanguageReading', 'schoolLanguageWriting'],
    },
    { code: 'deu', skills: ['germanSpeaking', 'germanReading', 'germanWriting', 'germanCertificate'] },
    { code: 'eng', skills: ['englishSpeaking', 'englishReading', 'englishWriting'] },
    ...others,
  ] as const;
  return all.flatMap(({ code, ...more }) =>
    code === undefined ? [] : [{ code, first: code === own, ...more }],
  );
}

/** "English · understands and speaks: well · reads: well"; nothing where there is only a name, unless it is the first. */
export function languageLine(words: Words, read: Read, { code, first, skills, entry }: Spoken): Texts {
  const levels = skills.flatMap((question) => {
    const kind = kinds.find((one) => question.endsWith(one.end))?.kind ?? 'speaking';
    const level = read(words, question, entry);
    return level === undefined ? [] : [filled(words.paper.skills[kind], { level })];
  });
  if (levels.length === 0 && !first) return [];
  const name = words.spoken(code);
  return [first ? `${name} (${words.paper.firstLanguage})` : name, ...levels];
}

const kinds = [
  { end: 'Reading', kind: 'reading' },
  { end: 'Writing', kind: 'writing' },
  { end: 'Certificate', kind: 'certificate' },
] as const;

export function trainingLine(words: Words, read: Read, entry?: string): Texts {
  const result = (text: string, code: string) => nameOf(words.paper.result, code) ?? text;
  return [
    read(words, 'trainingFor', entry) ?? read(words, 'trainingField', entry),
    read(words, 'trainingKind', entry),
    read(words, 'trainingCountry', entry),
    read(words, 'trainingDuration', entry),
    read(words, 'trainingResult', entry, result),
  ];
}

export function recognitionLine(words: Words, read: Read): Texts {
  const result = read(words, 'recognitionResult');
  if (result === undefined) return [];
  const put = (occupation: string) => filled(words.paper.recognition, { occupation });
  return [read(words, 'recognitionFor', undefined, put), result];
}

export function experienceLine(words: Words, read: Read, entry?: string): Texts {
  const last = (year: string) => filled(words.paper.last, { year });
  return [
    read(words, 'experienceOccupation', entry),
    read(words, 'experienceKind', entry),
    read(words, 'experienceDuration', entry),
    read(words, 'experienceLastYear', entry, last),
    read(words, 'experienceCountry', entry),
  ];
}

/** The pieces of work that somebody can do today, or did often. */
export function abilitiesLine(words: Words, answers: Answers): Texts {
  const able = entriesOf(answers, 'task').filter((task) => {
    const today = said(answers, 'taskToday', task);
    const often = said(answers, 'taskOften', task);
    return today === 'yes' || (today === undefined && (often === 'often' || often === 'very-often'));
  });
  const tasks = able.flatMap((task) => (task === undefined ? [] : [words.task(task)]));
  return tasks.length > 0 ? [filled(words.paper.canDo, { tasks: words.list(tasks) })] : [];
}
