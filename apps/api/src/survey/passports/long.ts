import { recognitionFor } from '@kannwas/catalogue/germany/recognition';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { chapters } from '@kannwas/schema/survey/page';
import { filled } from './isolated.ts';
import {
  type Line,
  type Pair,
  type Part,
  remarkOn,
  type Section,
  type Speaker,
  say,
  sayAnswer,
} from './paper.ts';
import type { Said, Told } from './statements.ts';
import type { Words } from './words.ts';

/** Whoever did many kinds of work need not read the law on each. */
const mostOccupations = 4;

/** Everything that was said, chapter by chapter as in the survey, and what the occupations mean in Germany. */
export function longForm(speaker: Speaker, { said }: Told): Section[] {
  const sections = chapters.map((chapter) => ({
    title: say(speaker, ({ survey }) =>
      chapter === 'interview' ? survey.lists.document.heading : survey.chapters[chapter],
    ),
    parts: partsOf(
      speaker,
      said.filter(({ visit }) => visit.page.chapter === chapter),
    ),
  }));
  return [...sections, inGermany(speaker, said)].filter(({ parts }) => parts.length > 0);
}

/** What belongs to one thing stands together, under its name. */
function partsOf(speaker: Speaker, said: readonly Said[]): Part[] {
  const runs: Said[][] = [];
  for (const page of said) {
    const run = runs.at(-1);
    if (run?.[0] && thingOf(run[0]) === thingOf(page)) run.push(page);
    else runs.push([page]);
  }
  const parts = runs.map((pages) => ({
    title: titleOf(speaker, pages),
    lines: pages.flatMap((page) => linesOf(speaker, page)),
  }));
  return parts.filter(({ lines }) => lines.length > 0);
}

/** Pages with a heading of their own stand alone, and so does each of several things; the others follow one another. */
function thingOf({ visit: { page, entry } }: Said): string {
  if (page.about) return `${page.about}/${entry}`;
  return page.ask.length > 1 ? page.id : '';
}

function titleOf(speaker: Speaker, [first]: readonly Said[]): Pair | undefined {
  if (!first || thingOf(first) === '') return undefined;
  const { visit, number } = first;
  const name = ({ survey, heading }: Words): string | undefined => {
    const { about } = visit.page;
    if (about === 'training' || about === 'experience' || about === 'document')
      return number === undefined ? undefined : filled(survey.lists[about].one, { number });
    return heading(visit);
  };
  return speaker.words.some((words) => name(words) === undefined)
    ? undefined
    : say(speaker, (words) => name(words) ?? '');
}

function linesOf(speaker: Speaker, { statements }: Said): Line[] {
  return statements.flatMap((statement): Line[] => {
    const text = sayAnswer(speaker, statement);
    if (!text) return [];
    const { question, level } = statement;
    return [
      {
        label: say(speaker, (words) => words.label(question)),
        text,
        remark: say(speaker, (words) => remarkOn(words, level)),
      },
    ];
  });
}

/** The rule for each occupation that was learned or done, and who decides. */
function inGermany(speaker: Speaker, said: readonly Said[]): Section {
  const named = said.flatMap(({ statements }) =>
    statements.flatMap(({ question, value }) =>
      inputOf(question).kind === 'occupation' && typeof value === 'string' && /^\d{4}$/.test(value)
        ? [value]
        : [],
    ),
  );
  const occupations = [...new Set(named)].slice(0, mostOccupations);
  const lines = occupations.map((occupation): Line => {
    const { explained, authority } = recognitionFor(occupation);
    const sentences = explained.filter((sentence) => sentence !== 'advice');
    return {
      label: say(speaker, (words) => words.occupation(occupation)),
      text: say(speaker, ({ recognition }) =>
        [
          ...sentences.map((sentence) => recognition.explained[sentence]),
          ...(authority ? [recognition.authorities[authority]] : []),
        ].join(' · '),
      ),
    };
  });
  return { title: say(speaker, ({ paper }) => paper.germany), parts: lines.length > 0 ? [{ lines }] : [] };
}
