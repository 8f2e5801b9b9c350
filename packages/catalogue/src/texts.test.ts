import { languageCodes } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import { countryGroups } from './countries.ts';
import { fields } from './fields.ts';
import { majorGroups, occupationGroups, occupations, unitGroupLabel, unitGroups } from './occupations.ts';
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

  test('every group has a label, and no group is named that does not exist', () => {
    expect(Object.keys(groupTexts.occupationGroups).sort()).toEqual(
      [...majorGroups, ...occupationGroups].sort(),
    );
    expect(Object.keys(groupTexts.unitGroups).sort()).toEqual(unitGroups);
    expect(Object.keys(groupTexts.countryGroups)).toEqual(countryGroups);
    for (const unitGroup of unitGroups) expect(unitGroupLabel(groupTexts, unitGroup)).toBeTruthy();
  });
});
