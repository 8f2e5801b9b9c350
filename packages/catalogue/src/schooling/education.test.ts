import { expect, test } from 'vitest';
import english from '../languages/en/education.json' with { type: 'json' };
import licences from '../languages/en/licences.json' with { type: 'json' };
import {
  educationFieldOf,
  educationFields,
  eqfLevels,
  iscedLabel,
  iscedLevels,
  narrowFieldTexts,
} from './education.ts';
import { licenceClasses, papersForWork } from './licences.ts';

test('the eleven fields of education are named and come in the order of ISCED-F', () => {
  const ids = educationFields.map(({ id }) => id);
  expect(ids).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
  expect(Object.keys(english.fields).sort()).toEqual(ids);
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

test('every class of driving licence and every paper says in words what it is for', () => {
  expect(licenceClasses.map(({ id }) => id).join(' ')).toBe(
    'AM A1 A2 A B BE C1 C1E C CE D1 D1E D DE T L forklift adr',
  );
  expect(Object.keys(licences.classes)).toEqual(licenceClasses.map(({ id }) => id));
  expect(Object.keys(licences.papers)).toEqual(papersForWork.map(({ id }) => id));
});
