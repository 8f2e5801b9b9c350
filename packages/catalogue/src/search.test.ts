import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from './fold.ts';
import { type OccupationId, unitGroupOf } from './occupations.ts';
import { type SearchIndex, searchIndex, searchOccupations } from './search.ts';
import { texts } from './texts.ts';

/** What people say, each with the ISCO-08 unit group that it means. */
function said(language: Language): [words: string, unitGroup: string][] {
  return Object.entries(
    JSON.parse(readFileSync(new URL(`./languages/${language}/recall.json`, import.meta.url), 'utf8')),
  );
}

function typosOf(word: string): string[] {
  const [before, third = '', fourth = '', after] = [word.slice(0, 2), word[2], word[3], word.slice(4)];
  return [
    before + third + third + fourth + after,
    before + fourth + after,
    `${before}w${fourth}${after}`,
    before + fourth + third + after,
  ];
}

describe.each(languageCodes)('in %s', async (language) => {
  const { default: occupationTexts } = await texts[language].occupations();
  const index: SearchIndex = searchIndex(occupationTexts);
  const ids = Object.keys(occupationTexts) as OccupationId[];

  test('what people say leads to the right work among the first five, nine times out of ten', () => {
    const list = said(language);
    const missed = list.filter(
      ([words, unitGroup]) => !searchOccupations(index, words, 5).map(unitGroupOf).includes(unitGroup),
    );
    expect(list.length).toBeGreaterThanOrEqual(60);
    expect(missed.length / list.length, `missed: ${missed.join(' · ')}`).toBeLessThanOrEqual(0.1);
  });

  test('the beginning of a label finds it, from its second letter on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), (id, cut) => {
        const { label } = occupationTexts[id];
        const typed = label.slice(0, 1 + (cut % label.length));
        fc.pre(wordsOf(typed).some((word) => word.length >= 2));
        expect(searchOccupations(index, typed, ids.length)).toContain(id);
      }),
      { numRuns: 500 },
    );
  });

  test('a whole label finds its own work first', () => {
    for (const id of ids) expect(searchOccupations(index, occupationTexts[id].label, 1)).toEqual([id]);
  });

  test('one letter too many, missing, wrong or swapped is forgiven', () => {
    for (const id of ids) {
      const alone = searchIndex({ [id]: occupationTexts[id] });
      const word = wordsOf(occupationTexts[id].label).find((part) => part.length >= 5);
      if (word === undefined) continue;
      for (const typo of typosOf(word))
        expect(searchOccupations(alone, typo, 1), `${typo} for ${word}`).toEqual([id]);
    }
  });

  test('any text at all is answered, with no more than was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat({ max: 20 }), (text, limit) => {
        expect(searchOccupations(index, text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('what a phone fetches to search fits into 60 kB', () => {
    const file = new URL(`./languages/${language}/occupations.json`, import.meta.url);
    expect(brotliCompressSync(readFileSync(file)).length).toBeLessThanOrEqual(60_000);
  });

  test('one letter is too little to search for', () => {
    expect(searchOccupations(index, occupationTexts.cook.label.slice(0, 1), 5)).toEqual([]);
  });
});
