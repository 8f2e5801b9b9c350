import { expect, test } from 'vitest';
import english from '../languages/en/recognition.json' with { type: 'json' };
import {
  craftNumbers,
  craftTexts,
  lawOf,
  professionIds,
  recognitionCodes,
  recognitionFor,
} from './recognition.ts';

test('a nurse learns that she needs recognition, and from whom', () => {
  expect(recognitionFor('2221')).toEqual({
    regulated: 'federal',
    scope: 'whole',
    professions: ['nurse'],
    crafts: [],
    authority: 'state-health-authority',
    practicalTest: false,
    explained: ['federal', 'advice'],
  });
  expect(lawOf('nurse')).toBe('PflBG');
});

test('a psychologist is not told that she may not work, only that the rule is for some', () => {
  expect(recognitionFor('2634').explained).toEqual(['federal', 'part', 'advice']);
});

test('an engineer may work; only the name is protected', () => {
  expect(recognitionFor('2142')).toMatchObject({
    regulated: 'land',
    scope: 'title',
    explained: ['title', 'advice'],
  });
});

test('a baker may be employed at once, and hears of the master craftsman only for an own business', () => {
  const { regulated, crafts, authority, explained } = recognitionFor('7512');
  expect({ regulated, authority }).toEqual({ regulated: 'craft', authority: 'chamber-of-crafts' });
  expect(crafts).toEqual(['30', '31']);
  expect(explained).toEqual(['craft', 'practicalTest', 'validation', 'advice']);
});

test('a cook may work freely, and there is a test in which he can show what he knows', () => {
  expect(recognitionFor('5120')).toMatchObject({
    regulated: 'no',
    practicalTest: true,
    authority: 'chamber-of-industry',
    explained: ['free', 'practicalTest', 'validation', 'advice'],
  });
});

test('whoever laid tiles, drove lorries, cared for people, or cleaned hears of a test as well; whoever taught does not', () => {
  const tested = ['7122', '8332', '5321', '7133', '9112', '2330'].map(
    (group) => recognitionFor(group).practicalTest,
  );
  expect(tested).toEqual([true, true, true, true, true, false]);
});

test('a cleaner is sent to no authority', () => {
  expect(recognitionFor('9112')).toMatchObject({ regulated: 'no', authority: undefined });
});

test('nobody hears of a chamber that checks skills where the chambers have no say', () => {
  for (const group of ['2211', '2330', '5321', '3256']) {
    expect(recognitionFor(group).explained).not.toContain('validation');
  }
});

test('every regulated profession has words, a law, and an authority that has words', () => {
  expect(Object.keys(english.professions)).toEqual(professionIds);
  for (const id of professionIds) expect(lawOf(id)).toBeTruthy();
  for (const group of recognitionCodes.isco) {
    const { authority, professions, regulated } = recognitionFor(group);
    if (regulated !== 'no' || authority) expect(english.authorities, group).toHaveProperty([authority ?? '']);
    for (const id of professions) expect(english.professions).toHaveProperty([id]);
    expect(['federal', 'land', 'craft', 'no']).toContain(regulated);
  }
});

test('the 53 trades of Annex A have names for staff', async () => {
  expect(craftNumbers).toHaveLength(53);
  for (const language of ['de', 'en'] as const) {
    const { default: names } = await craftTexts(language);
    expect(Object.keys(names)).toEqual(craftNumbers);
  }
});
