import { languageCodes } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import { countryGroups } from './countries.ts';
import { fields } from './fields.ts';
import { majorGroups, occupationGroups, occupations, unitGroups } from './occupations.ts';
import { texts } from './texts.ts';

const ids = occupations.map(({ id }) => id).sort();

describe.each(languageCodes)('in %s', async (language) => {
  const { default: occupationTexts } = await texts[language].occupations();
  const { default: fieldTexts } = await texts[language].fields();
  const { default: groupTexts } = await texts[language].groups();

  test('every occupation has a label of its own and words to search for', () => {
    expect(Object.keys(occupationTexts).sort()).toEqual(ids);
    const all = Object.values(occupationTexts);
    expect(new Set(all.map(({ label }) => label)).size).toBe(ids.length);
    for (const { label, words } of all) {
      expect(label.trim()).toBe(label);
      expect(words.length, label).toBeGreaterThan(0);
      expect(new Set(words).size, label).toBe(words.length);
    }
  });

  test('every field of work has a label', () => {
    expect(Object.keys(fieldTexts)).toEqual(fields.map(({ id }) => id));
    expect(new Set(Object.values(fieldTexts)).size).toBe(fields.length);
  });

  test('every group of ISCO-08 has a label of its own on its level', () => {
    const { countryGroups: countries, occupationGroups: upper, minorGroups, unitGroups: units } = groupTexts;
    expect(Object.keys(countries)).toEqual(countryGroups);
    expect(Object.keys(upper).sort()).toEqual([...majorGroups, ...occupationGroups].sort());
    expect(Object.keys(minorGroups)).toHaveLength(130);
    expect(Object.keys(units)).toHaveLength(436);
    for (const code of Object.keys(minorGroups)) expect(upper).toHaveProperty(code.slice(0, 2));
    for (const code of Object.keys(units)) expect(minorGroups).toHaveProperty(code.slice(0, 3));
    for (const code of unitGroups) expect(units).toHaveProperty(code);
    for (const level of [upper, minorGroups, units]) {
      const names = Object.values(level);
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
      for (const name of names) expect(name).toBe(name.trim() || 'a name');
    }
  });
});
