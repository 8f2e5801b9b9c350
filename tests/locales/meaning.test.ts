import { languageCodes } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import { newcomerFiles, textsIn } from '../../apps/web/build/languages/files.ts';
import { allowed } from './allowed.ts';
import { singular } from './texts.ts';

const others = languageCodes.filter((language) => language !== 'en');
const sourceOf = (file: string) => textsIn('en', file);

/** The texts of a language beside the English ones that they say the same as; plural forms apart. */
function pairs(language: string): { key: string; english: string; text: string }[] {
  return newcomerFiles().flatMap((file) => {
    const texts = textsIn(language, file);
    return [...sourceOf(file)].flatMap(([key, english]) => {
      const text = texts.get(key);
      return text === undefined || singular(key) !== key ? [] : [{ key: `${file}.${key}`, english, text }];
    });
  });
}

/** Codes that are the same in every script: levels of a language, classes of a driving licence. */
const codesIn = (text: string) =>
  [...new Set(text.match(/\b([ABC][12]|C1E|D1E?|BE|CE|DE|AM|B96)\b/g))].sort();

/** Numbers from three on (one and two may be words) in whichever digits, without what separates thousands or decimals. */
function numbersIn(text: string): string[] {
  const western = text.replace(/\p{Nd}/gu, (digit) => String(worthOf(digit)));
  const bare = western.replace(/\{\{[^}]*\}\}/g, ' ').replace(/(?<=\d)[.,٫٬\u00a0\u202f ](?=\d)/g, '');
  return [...new Set(bare.match(/\d+/g))].filter((number) => number !== '1' && number !== '2').sort();
}

/** Digits of a script follow one another, and those of no script of ours begin at an uneven place. */
function worthOf(digit: string): number {
  const place = digit.codePointAt(0) ?? 0;
  return place < 0x40 ? place - 0x30 : place & 0xf;
}

/** Texts of options by the question they belong to. */
function optionsIn(language: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [key, text] of textsIn(language, 'survey')) {
    const [, of, option] = /^(.*[.]options|skills)[.]([^.]+)$/.exec(key) ?? [];
    if (of && option) found.set(of, (found.get(of) ?? new Map()).set(option, text));
  }
  return found;
}

describe.each(languageCodes)('in %s', (language) => {
  const options = optionsIn(language);

  test('no two options of a question, and no two points of a scale, say the same', () => {
    for (const [of, texts] of options) expect([of, new Set(texts.values()).size]).toEqual([of, texts.size]);
  });

  test('yes is never said where no is meant', () => {
    const said = (option: string) => [...options.values()].flatMap((texts) => texts.get(option) ?? []);
    const common = textsIn(language, 'common');
    const no = new Set([...said('no'), common.get('no')]);
    for (const yes of [...said('yes'), common.get('yes')]) expect(no).not.toContain(yes);
  });

  test('being able to work without recognition is not being forbidden to work', () => {
    const survey = textsIn(language, 'survey');
    const stem = allowed[language];
    const question = survey.get('questions.rightToWork.label');
    const reason = survey.get('questions.recognitionWhyNot.options.can-work-without');
    if (!stem || question === undefined || reason === undefined) return;
    expect(question).toMatch(stem);
    expect(reason).not.toMatch(stem);
  });

  test('part-time work is not called an internship', () => {
    const survey = textsIn(language, 'survey');
    const words = (key: string): string[] =>
      survey
        .get(key)
        ?.toLowerCase()
        .match(/[\p{L}\p{M}]{5,}/gu) ?? [];
    const internship = words('questions.nextSteps.options.internship');
    expect(words('questions.hours.options.part-time').filter((word) => internship.includes(word))).toEqual(
      [],
    );
  });

  test('no mark of direction turns the neighbours round', () => {
    const count = (marks: RegExp, text: string) => text.match(marks)?.length ?? 0;
    const stray = pairs(language).filter(
      ({ text }) =>
        count(/[\u061c\u200e\u200f\u202a-\u202e]/g, text) > 0 ||
        count(/[\u2066-\u2068]/g, text) !== count(/\u2069/g, text),
    );
    expect(stray).toEqual([]);
  });
});

describe.each(others)('in %s', (language) => {
  test('options come in the order of the English ones', () => {
    for (const [of, texts] of optionsIn(language)) {
      expect([of, [...texts.keys()]]).toEqual([of, [...(optionsIn('en').get(of)?.keys() ?? [])]]);
    }
  });

  test('no sentence was left in English', () => {
    const words = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0;
    expect(pairs(language).filter(({ english, text }) => text === english && words(text) > 3)).toEqual([]);
  });

  test('A2 stays A2: levels and classes of licences are those of the English text', () => {
    const changed = pairs(language).filter(
      ({ english, text }) => codesIn(english).join() !== codesIn(text).join(),
    );
    expect(changed).toEqual([]);
  });

  test('every number of the English text is there, in one digits or the other', () => {
    const lacking = pairs(language).filter(({ english, text }) => {
      const there = numbersIn(text);
      return numbersIn(english).some((number) => !there.includes(number));
    });
    expect(lacking).toEqual([]);
  });
});
