import { expect, test } from 'vitest';
import { toOffer, toTyped } from './typed.ts';

const typed = {
  ...toTyped(undefined, ['de', 'ar'], '2026-12-01'),
  kind: 'language-course',
  levels: ['A2'],
  texts: {
    de: { name: 'Deutsch am Vormittag', whom: '', when: 'Montag bis Freitag' },
    ar: { name: '', whom: '', when: '' },
  },
};

test('a language in which nothing was written is left out', () => {
  expect(toOffer(typed).offer).toMatchObject({
    levels: ['A2'],
    texts: { de: { name: 'Deutsch am Vormittag', whom: null, when: 'Montag bis Freitag' } },
    until: null,
  });
  expect(toOffer(typed).offer?.texts).not.toHaveProperty('ar');
});

test('what is missing or wrong is said at its own field', () => {
  const empty = toTyped(undefined, ['de', 'ar'], '2026-12-01');
  expect(toOffer(empty).wrong).toEqual(
    expect.arrayContaining([
      { path: 'kind', code: 'required' },
      { path: 'texts.de.name', code: 'required' },
    ]),
  );
  const half = { ...typed, texts: { ...typed.texts, ar: { name: '', whom: 'للنساء', when: '' } } };
  expect(toOffer(half).wrong).toEqual([{ path: 'texts.ar.name', code: 'required' }]);
  expect(toOffer({ ...typed, link: 'javascript:alert(1)' }).wrong).toEqual([
    { path: 'link', code: 'invalid_format' },
  ]);
  expect(toOffer({ ...typed, until: '2026-11-01' }).wrong).toEqual([{ path: 'until', code: 'beforeFrom' }]);
});

test('levels are kept for courses only', () => {
  expect(toOffer({ ...typed, kind: 'childcare' }).offer?.levels).toEqual([]);
});
