import { languageCodes, languages } from '@kannwas/schema/codes';
import { problems } from '@kannwas/schema/problems';
import { describe, expect, test } from 'vitest';
import { filesOf, newcomerFiles, textsIn } from '../../apps/web/build/languages/files.ts';
import { notes, placeholdersOf, pluralsOf, singular } from './texts.ts';

const everyFile = languageCodes.flatMap((language) => filesOf(language).map((file) => ({ language, file })));

test('whatever a newcomer meets is there in every language', () => {
  for (const language of languageCodes) {
    expect(filesOf(language), language).toEqual(expect.arrayContaining(newcomerFiles()));
  }
});

describe.each(everyFile)('$file in $language', ({ language, file }) => {
  const english = textsIn('en', file);
  const texts = textsIn(language, file);

  test('has the keys of the English texts and no others', () => {
    const keys = (of: Map<string, string>) => [...new Set([...of.keys()].map(singular))].sort();
    expect(keys(texts)).toEqual(keys(english));
  });

  test('has every plural form that the language needs', () => {
    const needed = new Intl.PluralRules(languages[language].locale)
      .resolvedOptions()
      .pluralCategories.toSorted();
    for (const [key, endings] of pluralsOf(texts)) expect([key, [...endings].sort()]).toEqual([key, needed]);
    expect([...pluralsOf(texts).keys()]).toEqual([...pluralsOf(english).keys()]);
  });

  test('fills in the same places as the English text', () => {
    for (const [key, text] of texts) {
      const source = english.get(key) ?? english.get(`${singular(key)}_other`) ?? '';
      // "One answer", "two answers": a form for one number may say the number in its own word.
      const ending = key.slice(singular(key).length);
      const names = placeholdersOf(source).filter(
        (name) => name !== 'count' || ['', '_other', '_many'].includes(ending),
      );
      expect([key, placeholdersOf(text)]).toEqual([key, expect.arrayContaining(names)]);
      expect([key, placeholdersOf(source)]).toEqual([key, expect.arrayContaining(placeholdersOf(text))]);
    }
  });

  test('leaves no text empty and glues nothing from pieces', () => {
    for (const [key, text] of texts) {
      expect([key, text.trim().length > 0]).toEqual([key, true]);
      expect([key, text]).toEqual([key, text.trim()]);
    }
  });
});

test('a problem of the API has its sentence', () => {
  const sentences = textsIn('en', 'problems');
  expect([...sentences.keys()]).toEqual(expect.arrayContaining(Object.keys(problems)));
});

test('every text that a newcomer meets is explained to translators', () => {
  const patterns = [...notes().keys()].map((key) => ({ key, parts: key.split('.') }));
  const explained = (key: string) => patterns.some(({ parts }) => matches(parts, key.split('.')));
  for (const room of newcomerFiles()) {
    const keys = [...textsIn('en', room).keys()].map((key) => `${room}.${singular(key)}`);
    expect(keys.filter((key) => !explained(key))).toEqual([]);
  }
});

function matches(parts: string[], key: string[]): boolean {
  const open = parts.at(-1) === '*';
  if (open ? key.length < parts.length : key.length !== parts.length) return false;
  return parts.every((part, place) => part === '*' || part === key[place]);
}
