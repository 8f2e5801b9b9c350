import type { Clip, SpokenText } from '@kannwas/schema/languages';
import { expect, test } from 'vitest';
import { isHeard, matching } from './rows.ts';

const clip = (words: string): Clip => ({
  sha256: 'a'.repeat(64),
  type: 'audio/ogg',
  size: 786,
  milliseconds: 600,
  words,
  uploadedBy: 'Ines',
  uploadedAt: '2026-11-27T12:00:00.000Z',
});
const row = (key: string, more: Partial<SpokenText> = {}): SpokenText => ({
  key,
  text: 'امرأة',
  german: 'Frau',
  draft: null,
  published: null,
  ...more,
});
const rows = [
  row('survey.a'),
  row('survey.b', { draft: clip('امرأة') }),
  row('survey.c', { published: clip('امرأة') }),
  row('survey.d', { published: clip('سيدة') }),
];
const keys = (found: readonly SpokenText[]) => found.map(({ key }) => key.slice(-1)).join('');

test('texts are found by what they say, by their German, and by their key', () => {
  for (const search of ['امر', 'frau', ' FRAU', 'survey.'])
    expect(keys(matching(rows, 'all', search))).toBe('abcd');
  expect(keys(matching(rows, 'all', 'survey.c'))).toBe('c');
  expect(keys(matching(rows, 'all', 'Mann'))).toBe('');
});

test('a list shows what is to do: without a clip, to be listened to, said differently by now', () => {
  expect(keys(matching(rows, 'without', ''))).toBe('a');
  expect(keys(matching(rows, 'draft', ''))).toBe('b');
  expect(keys(matching(rows, 'published', ''))).toBe('cd');
  expect(keys(matching(rows, 'changed', ''))).toBe('d');
});

test('a clip that says other words than its text is not counted as heard', () => {
  expect(keys(rows.filter(isHeard))).toBe('c');
});
