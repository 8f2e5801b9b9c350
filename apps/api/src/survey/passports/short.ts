import { entriesOf } from '@kannwas/schema/survey/entries';
import type { Question } from '@kannwas/schema/survey/questions';
import { isolated } from './isolated.ts';
import { type Line, remarkOn, type Section, type Speaker, say } from './paper.ts';
import {
  abilitiesLine,
  experienceLine,
  languageLine,
  type Read,
  recognitionLine,
  spokenBy,
  trainingLine,
} from './short-lines.ts';
import type { Statement, Told } from './statements.ts';
import type { Words } from './words.ts';

/**
 * What an employer may read on one page: nothing that says who it is (name, age, gender, place, own words), and nothing that
 * the survey promises never to show employers. A new question is not on it until it is named here.
 */
export function shortForm(speaker: Speaker, told: Told): Section[] {
  const { answers } = told;
  const read = readerOf(speaker, told);
  const line = (text: (words: Words) => (string | undefined)[], spare = 0): Line[] => {
    const texts = new Map(
      speaker.words.map((words) => [
        words,
        text(words)
          .filter((one) => one !== undefined)
          .map(isolated)
          .join(' · '),
      ]),
    );
    return [...texts.values()].includes('')
      ? []
      : [{ text: say(speaker, (words) => texts.get(words) ?? ''), spare }];
  };
  const asked = (question: Question, spare = 0): Line[] => {
    const label = say(speaker, (words) => words.label(question));
    return line((words) => [read(words, question)], spare).map((one) => ({ ...one, label }));
  };
  const chapter = (name: keyof Words['survey']['chapters'], ...lines: Line[][]): Section => ({
    title: say(speaker, ({ survey }) =>
      name === 'interview' ? survey.lists.document.heading : survey.chapters[name],
    ),
    parts: lines.flat().length > 0 ? [{ lines: lines.flat() }] : [],
  });
  const trainings = entriesOf(answers, 'training');
  const experiences = entriesOf(answers, 'experience');
  const documents = entriesOf(answers, 'document');
  return [
    chapter(
      'languages',
      ...spokenBy(answers).map((spoken) => line((words) => languageLine(words, read, spoken))),
    ),
    chapter(
      'school',
      line((words) => [
        read(words, 'schoolRung') ?? read(words, 'education'),
        read(words, 'educationCountry'),
      ]),
      ...trainings.map((entry) => line((words) => trainingLine(words, read, entry))),
      line((words) => recognitionLine(words, read)),
    ),
    chapter(
      'work',
      ...experiences.map((entry) => line((words) => experienceLine(words, read, entry))),
      line((words) => abilitiesLine(words, answers), 3),
    ),
    chapter(
      'practical',
      asked('licences'),
      asked('licenceFrom', 2),
      asked('papers'),
      asked('machines', 1),
      asked('digital', 4),
    ),
    chapter('strengths', asked('strengths', 2), asked('wantedFields')),
    chapter('availability', asked('availableFor'), asked('hours'), asked('shifts', 1), asked('mobility', 2)),
    chapter(
      'interview',
      ...documents.map((entry) =>
        line((words) => [read(words, 'documentKind', entry), read(words, 'documentSeenOn', entry)]),
      ),
    ),
  ].filter(({ parts }) => parts.length > 0);
}

/** Reads statements in any language; what nobody has verified has no remark. */
function readerOf({ districts }: Speaker, { said }: Told): Read {
  const keyOf = (question: Question, entry: string | undefined) => `${question}/${entry}`;
  const known = new Map<string, Statement>(
    said.flatMap(({ visit, statements }) =>
      statements.map((one) => [keyOf(one.question, visit.entry), one] as const),
    ),
  );
  return (words, question, entry, put = (text) => text) => {
    const statement = known.get(keyOf(question, entry));
    const text = statement && words.answer(question, statement.value, districts);
    if (!statement || text === undefined) return undefined;
    const said = put(text, String(statement.value));
    // The list of documents says by itself that they were seen.
    if (statement.level.kind === 'own' || question.startsWith('document')) return said;
    return `${isolated(said)} (${remarkOn(words, statement.level)})`;
  };
}
