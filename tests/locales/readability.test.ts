import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { textsIn } from '../../apps/web/build/languages/files.ts';

/** What people read before they agree to something, and what they are told to do next; by file and beginning of the key. */
const read = {
  'the first page': ['survey', /^welcome\./],
  'what the answers may be used for': ['survey', /^(pages\.consent\.|questions\.consent)/],
  'the next steps': ['steps', /./],
  'what happens with the answers': ['trust', /^answers\./],
  'my own data': ['mine', /./],
  'data protection': ['trust', /^privacy\./],
  accessibility: ['trust', /^accessibility\./],
} as const satisfies Record<string, readonly [file: string, keys: RegExp]>;

const wordsIn = (text: string) => text.match(/[\p{L}\p{M}][\p{L}\p{M}·’'-]*/gu) ?? [];

/** A text that ends without a full stop, such as a heading, is a sentence of its own. */
const sentencesIn = (text: string) =>
  text.split(/(?<=[.!?:;]["”“»]?)\s+/).filter((sentence) => wordsIn(sentence).length > 0);

const textsOf = (language: string, [file, keys]: readonly [string, RegExp]) =>
  [...textsIn(language, file)].filter(([key]) => keys.test(key)).map(([, text]) => text);

/**
 * LIX (Björnsson 1968): words per sentence, and how many in a hundred have more than six letters. Up to 40 are books for
 * children and young people, 60 is the language of authorities.
 */
function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  // The dot shows the parts of a long word in easy German: they are read one by one.
  const long = words.filter((word) => word.split('·').some((part) => part.length > 6));
  return words.length / sentences.length + (100 * long.length) / words.length;
}

/** Flesch and Kincaid (1975): the school year in which an English text is understood. */
function grade(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

const parts = Object.entries(read);
const longest = (language: string, most: number) =>
  parts.flatMap(([, part]) =>
    textsOf(language, part)
      .flatMap(sentencesIn)
      .filter((sentence) => wordsIn(sentence).length > most),
  );

test.each(parts)('%s: the German is no harder than a book for young people', (_, part) => {
  const texts = textsOf('de', part);
  expect(texts.length).toBeGreaterThan(3);
  expect(lix(texts)).toBeLessThan(36);
});

test.each(parts)('%s: easy German is easier than German', (_, part) => {
  expect(lix(textsOf('de-easy', part))).toBeLessThan(lix(textsOf('de', part)));
});

test.each(parts)('%s: the English is understood in the fifth school year', (_, part) => {
  expect(grade(textsOf('en', part))).toBeLessThan(5);
});

test('no sentence is so long that its beginning is forgotten', () => {
  expect(longest('de', 20)).toEqual([]);
  expect(longest('en', 20)).toEqual([]);
  expect(longest('de-easy', 12)).toEqual([]);
});

test('the measures tell the language of an authority from plain words', () => {
  const authority =
    'Die personenbezogenen Daten werden ausschließlich zum Zwecke der Durchführung der Beratungsleistung verarbeitet.';
  expect(lix([authority])).toBeGreaterThan(50);
  expect(grade(['Personal information is processed exclusively for advisory purposes.'])).toBeGreaterThan(12);
});
