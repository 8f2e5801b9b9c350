import { CountryCode } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import { countries } from '../countries.ts';
import german from '../languages/de/ladders.json' with { type: 'json' };
import english from '../languages/en/ladders.json' with { type: 'json' };
import spoken from './ladders/spoken.json' with { type: 'json' };
import { iscedOf, ladderIds, ladderOf, rungKinds, rungOf, rungText } from './ladders.ts';

/** The countries that the questionnaire promises. */
const promised =
  'AF SY IQ IR UA ER SO TR ET NG PK RU GE AM AZ AL XK RS MK LB EG SD MA GM GN GH VN IN BD VE CO DE'.split(
    ' ',
  );

test('people from 32 countries find the schools of their country', () => {
  expect(ladderIds.toSorted()).toEqual([...promised, 'general'].sort());
  for (const id of ladderIds.filter((one) => one !== 'general')) expect(countries).toContain(id);
});

test('everybody else finds the general ladder', () => {
  expect(ladderOf(CountryCode.parse('JP')).id).toBe('general');
  expect(ladderOf(undefined).id).toBe('general');
});

describe.each(ladderIds)('the schools of %s', (id) => {
  const { rungs } = ladderOf(id === 'general' ? undefined : id);

  test('begin with never having been at school and rise to a doctorate', () => {
    expect(rungs[0]?.kind).toBe('never-at-school');
    expect(rungs.at(-1)?.kind).toBe('doctorate');
    const levels = rungs.map(({ isced }) => isced);
    expect(levels).toEqual(levels.toSorted((one, other) => one - other));
    expect(new Set(levels)).toEqual(new Set(levels).union(new Set([0, 1, 2, 3, 6, 7, 8])));
  });

  test('each have a code of their own that an answer can store', () => {
    for (const { code } of rungs) expect(code).toMatch(/^[A-Z]{2}\/[a-z0-9-]+$|^general\/[a-z0-9-]+$/);
    expect(new Set(rungs.map(({ code }) => code)).size).toBe(rungs.length);
  });

  test('are of a kind that has a meaning in words, at a level that this kind may have', () => {
    for (const { code, kind, isced, era, orientation } of rungs) {
      expect(english.kinds, code).toHaveProperty([kind]);
      expect(['general', 'vocational', 'none'], code).toContain(orientation);
      const [least = 9, most = -1] = rungKinds[kind].isced;
      expect(isced, code).toBeGreaterThanOrEqual(least);
      expect(isced, code).toBeLessThanOrEqual(most);
      if (era !== undefined) expect(english.eras, code).toHaveProperty([era]);
    }
  });

  test('run over years that can be', () => {
    for (const { code, years: [from, to] = [1, 1] } of rungs) {
      expect(from, code).toBeLessThanOrEqual(to);
      expect(from, code).toBeGreaterThanOrEqual(1);
      expect(to, code).toBeLessThanOrEqual(20);
    }
  });
});

test.each(ladderIds.filter((id) => id !== 'general'))(
  'the schools of %s are called by their own name',
  (id) => {
    const { rungs } = ladderOf(id === 'general' ? undefined : id);
    const [first] = rungs;
    const spokenThere = [...(first?.native.keys() ?? [])];
    expect(spokenThere.length).toBeGreaterThan(0);
    for (const { code, native } of rungs) {
      expect([...native.keys()], code).toEqual(spokenThere);
      for (const name of native.values()) expect(name.trim(), code).toBe(name);
    }
  },
);

const scripts: [RegExp, string[]][] = [
  [/\p{Script=Arabic}/u, ['ar', 'ckb', 'fa', 'prs', 'ps', 'ur']],
  [/\p{Script=Cyrillic}/u, ['uk', 'ru', 'sr', 'mk']],
  [/\p{Script=Ethiopic}/u, ['ti', 'am']],
  [/\p{Script=Latin}/u, ['tr', 'fr', 'en', 'vi', 'az', 'sq', 'so', 'es', 'de']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Armenian}/u, ['hy']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Bengali}/u, ['bn']],
];

test('every name is in the script of its language', () => {
  const scriptOf = new Map(
    scripts.flatMap(([script, codes]) => codes.map((code) => [code, script] as const)),
  );
  const ladderNames = ladderIds.flatMap((id) =>
    ladderOf(id === 'general' ? undefined : id).rungs.flatMap(({ native }) => [...native]),
  );
  const common = Object.entries(spoken).flatMap(([code, names]) =>
    Object.values(names).map((name) => [code, name] as const),
  );
  for (const [code, name] of [...ladderNames, ...common]) {
    const script = scriptOf.get(code) ?? /^$/;
    const letters = name.match(/\p{L}/gu) ?? [];
    expect(letters.filter((letter) => !script.test(letter)).join(''), `${code}: ${name}`).toBe('');
  }
});

test('a woman from Syria who speaks Kurmanji or German sees the Arabic name and its meaning', () => {
  const rung = rungOf('SY/basic');
  expect(rung && rungText(rung, german, 'de')).toEqual({
    native: { language: 'ar', text: 'شهادة التعليم الأساسي (الصف التاسع، البروفيه)' },
    meaning: 'Mittlere Schule, beendet (etwa 8 bis 10 Jahre)',
  });
});

test('a man from Afghanistan sees the name in his own of the two languages', () => {
  const rung = rungOf('AF/general');
  expect(rung && rungText(rung, english, 'ps').native?.language).toBe('ps');
  expect(rung && rungText(rung, english, 'uk').native?.language).toBe('prs');
});

test('a school of Soviet times says so', () => {
  const rung = rungOf('UA/ptu');
  expect(rung && rungText(rung, english, 'uk')).toMatchObject({
    era: 'in Soviet times',
    meaning: english.kinds['vocational-school'],
  });
});

test('a stored rung leads to its level, and an unknown one to none', () => {
  expect(iscedOf('SY/basic')).toBe(2);
  expect(iscedOf('general/never-at-school')).toBe(0);
  expect(iscedOf('SY/unknown')).toBeUndefined();
  expect(iscedOf('constructor/name')).toBeUndefined();
});
