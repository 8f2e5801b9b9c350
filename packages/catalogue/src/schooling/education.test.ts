import { inputOf } from '@kannwas/schema/survey/inputs';
import { expect, test } from 'vitest';
import english from '../languages/en/education.json' with { type: 'json' };
import {
  educationFieldOf,
  educationFields,
  eqfLevels,
  iscedLabel,
  iscedLevels,
  narrowFieldTexts,
} from './education.ts';

test('the survey asks for the eleven fields of education, in the order of ISCED-F', () => {
  const ids = educationFields.map(({ id }) => id);
  expect(ids).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
  expect(inputOf('trainingField')).toMatchObject({ options: [...ids, 'other'] });
});

test('every narrow field lies in its broad field and has a name for staff', async () => {
  for (const language of ['de', 'en'] as const) {
    const { default: names } = await narrowFieldTexts(language);
    expect(Object.keys(names).sort()).toEqual(educationFields.flatMap(({ narrow }) => narrow).sort());
    expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
  }
  for (const { id, narrow } of educationFields)
    for (const code of narrow) expect(educationFieldOf(code)).toBe(id);
  expect(educationFieldOf('99')).toBeUndefined();
});

test('every level has a name', () => {
  for (const level of iscedLevels) expect(iscedLabel(english, level)).toBeTruthy();
  expect(iscedLabel(english, 9)).toBeUndefined();
  expect(Object.keys(english.eqf)).toEqual(eqfLevels.map(String));
});
