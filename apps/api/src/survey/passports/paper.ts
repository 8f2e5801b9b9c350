import { languages } from '@kannwas/schema/codes';
import type { Site } from '@kannwas/schema/sites';
import { inputOf } from '@kannwas/schema/survey/inputs';
import type { PassportForm } from '@kannwas/schema/survey/passports';
import { filled, isolated } from './isolated.ts';
import type { Level, Statement } from './statements.ts';
import type { Words } from './words.ts';

/** A text as it is set: in which language, so that it is shaped and read aloud rightly, and from which side. */
export type Piece = { text: string; lang: string; dir: 'ltr' | 'rtl' };
/** The same in the person's language and in German; once only for who reads German. */
export type Pair = readonly Piece[];

export type Line = {
  label?: Pair | undefined;
  text: Pair;
  /** How far it has been verified. */
  remark?: Pair | undefined;
  /** Where all has to fit on one page, the highest go first; 0 stays. */
  spare?: number;
};
/** What belongs together, such as all about one training. */
export type Part = { title?: Pair | undefined; lines: readonly Line[] };
export type Section = { title: Pair; parts: readonly Part[] };

/** What is printed, in the order in which it is read. */
export type Paper = {
  form: PassportForm;
  site: string;
  title: Pair;
  subtitle: Pair;
  made: Pair;
  sections: readonly Section[];
  notes: readonly Pair[];
  /** Said where not everything fitted. */
  more: Pair;
  check: { text: Pair; url: string; code: string; alt: string };
  /** "Page {{page}} of {{pages}}" */
  page: string;
  on: { year: number; month: number; day: number };
};

/** Says everything in the languages of a paper, from the same answers. */
export type Speaker = {
  /** The person's language, and German beside it. */
  words: readonly Words[];
  districts: Site['districts'];
};

/** A text of ours in the languages of the paper. */
export function say(speaker: Speaker, text: (words: Words) => string): Pair {
  return speaker.words.map((words) => pieceOf(words, text(words)));
}

/** What was said, in the languages of the paper; undefined for what cannot stand on it. Own words stay as they are. */
export function sayAnswer({ words, districts }: Speaker, { question, value }: Statement): Pair | undefined {
  const isOwn = inputOf(question).kind === 'text';
  const pieces = words.flatMap((each) => {
    const text = each.answer(question, value, districts);
    if (text === undefined) return [];
    // People write in any script, whatever language they were asked in: the text decides by itself from where it is read.
    return [pieceOf(each, isOwn ? isolated(text) : text)];
  });
  return pieces.length > 0 ? pieces : undefined;
}

/** How far a statement has been verified, in words. */
export function remarkOn({ paper, day }: Words, level: Level): string {
  return level.kind === 'seen' ? filled(paper.seen, { date: day(level.on) }) : paper[level.kind];
}

function pieceOf({ language }: Words, text: string): Piece {
  const { locale, dir } = languages[language];
  return { text, lang: locale.split('-', 1)[0] ?? locale, dir };
}
