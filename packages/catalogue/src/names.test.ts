import { readFileSync } from 'node:fs';
import { LanguageCode, languageCodes, languages } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import { countries } from './countries.ts';
import { makeNames } from './names/make.ts';
import { spokenLanguages } from './names/spoken.ts';
import { nameOf } from './names.ts';
import { texts } from './texts.ts';

describe.each(languageCodes)('in %s', async (language) => {
  const { default: names } = await texts[language].names();

  test('the committed names are those that the script makes, in the same order', () => {
    const committed = JSON.parse(
      readFileSync(new URL(`./languages/${language}/names.json`, import.meta.url), 'utf8'),
    );
    const made = makeNames(language);
    expect(Object.entries(committed.countries)).toEqual(Object.entries(made.countries));
    expect(Object.entries(committed.languages)).toEqual(Object.entries(made.languages));
  });

  test('every country and every language has a name of its own', () => {
    expect(Object.keys(names.countries).sort()).toEqual(countries);
    expect(Object.keys(names.languages).sort()).toEqual([...spokenLanguages].sort());
    expect(new Set(Object.values(names.countries)).size).toBe(countries.length);
    expect(new Set(Object.values(names.languages)).size).toBe(spokenLanguages.length);
  });

  test('the languages of the product can be named', () => {
    for (const { spoken } of Object.values(languages)) {
      expect(nameOf(names.languages, LanguageCode.parse(spoken))).toBeDefined();
    }
  });
});

test('Romani is not called by a slur, and Aramaic not by the name of a country', async () => {
  const { default: ukrainian } = await texts.uk.names();
  const { default: german } = await texts.de.names();
  expect(ukrainian.languages.rom).toBe('Ромська');
  expect(german.languages.syr).toContain('Aramäisch');
});
