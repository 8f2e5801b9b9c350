import { composePaper } from '@kannwas/api/survey/passports/compose';
import type { Pair, Paper } from '@kannwas/api/survey/passports/paper';
import { print } from '@kannwas/api/survey/passports/press';
import { surveyTexts, texts } from '@kannwas/catalogue/texts';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import type { PassportForm } from '@kannwas/schema/survey/passports';
import { describe, expect, test } from 'vitest';
import { hettstedt } from '../support/app.ts';
import { eventsOf, manifold, seen } from '../support/papers.ts';
import { bare, holds, readPdf } from '../support/pdf.ts';

const events = eventsOf(manifold);
const verified = [...events, seen(events, 'germanCertificate')];
const url = 'https://kannwas.example/p/0123456789abcdefghijkl';
const on = { events: verified, site: hettstedt, issuedAt: new Date('2026-11-27T10:00:00Z'), url };

const paperOf = (language: Language, form: PassportForm) => composePaper({ ...on, language, form });

/** Every text of a paper below its head, by column. */
function textsOf(paper: Paper): Pair[] {
  const ofSection = paper.sections.flatMap(({ title, parts }) => [
    title,
    ...parts.flatMap(({ title: name, lines }) => [
      ...(name ? [name] : []),
      ...lines.flatMap(({ label, text }) => (label ? [label, text] : [text])),
    ]),
  ]);
  return [...ofSection, ...paper.notes, paper.check.text];
}

describe.each(languageCodes)('in %s', (language) => {
  const isRightToLeft = languages[language].dir === 'rtl';

  test.each(['short', 'long'] as const)(
    'every letter of the %s form can be read back, in the order of reading, beside the German',
    async (form) => {
      const paper = await paperOf(language, form);
      const read = await readPdf(print(paper), isRightToLeft);
      const columns = isRightToLeft ? [read.right, read.left] : [read.left, read.right];
      const [own, german] = (language === 'de' ? [read.all] : columns).map(bare);
      const lacking = textsOf(paper).filter(
        ([ours, theirs]) => !holds(own ?? '', ours?.text ?? '') || !holds(german ?? '', theirs?.text ?? ''),
      );
      expect(lacking.map((pair) => pair.map(({ text }) => text))).toEqual([]);
      const { default: said } = await surveyTexts(language);
      expect(own?.includes(bare(said.questions.availableFor.label))).toBe(true);
      expect(read.links).toContain(url);
      expect(read.title).toContain((await texts[language].passport()).default.paper.title);
    },
  );
});

test('an employer gets one page without name, age, gender, place, own words, or what is promised to be kept from them', async () => {
  for (const language of languageCodes) {
    const read = await readPdf(print(await paperOf(language, 'short')), languages[language].dir === 'rtl');
    expect([language, read.pages]).toEqual([language, 1]);
    for (const kept of ['Semhar', 'ሰምሃር', '1987', 'مريم', 'ሆቴል'])
      expect(bare(read.all)).not.toContain(bare(kept));
  }
  const { default: german } = await surveyTexts('de');
  const { all } = await readPdf(print(await paperOf('de', 'short')), false);
  const { gender, district, rightToWork, childcareNeeded } = german.questions;
  for (const { label } of [gender, district, rightToWork, childcareNeeded]) expect(all).not.toContain(label);
});

test('whoever has very much to show still gets one page, and it says that there is more', async () => {
  const many = Array.from({ length: 30 }, (_, n) => {
    const entry = `0190a3f0-6c1e-7d55-9a41-${String(n).padStart(12, '0')}`;
    return {
      [`experienceKind/${entry}`]: 'paid',
      [`experienceOccupation/${entry}`]: '5120',
      [`experienceDuration/${entry}`]: '6-10',
    } as const;
  });
  const paper = await composePaper({
    ...on,
    events: eventsOf(Object.assign({}, manifold, ...many)),
    language: 'ar',
    form: 'short',
  });
  const read = await readPdf(print(paper), true);
  expect(read.pages).toBe(1);
  const { default: german } = await texts.de.passport();
  expect(bare(read.left)).toContain(bare(german.paper.more));
});

test('each statement says how far it was verified', async () => {
  const { default: german } = await texts.de.passport();
  const remarks = (await paperOf('de', 'long')).sections
    .flatMap(({ parts }) => parts.flatMap(({ lines }) => lines))
    .map(({ label, remark }) => [label?.[0]?.text, remark?.[0]?.text]);
  const { default: said } = await surveyTexts('de');
  expect(remarks).toContainEqual([
    said.questions.germanCertificate.label,
    expect.stringContaining('5. November 2026'),
  ]);
  expect(remarks).toContainEqual([said.questions.germanSpeaking.label, german.paper.own]);
});

test('somebody who wrote in a script without a typeface here gets a paper all the same', async () => {
  const thai = eventsOf({ ...manifold, strengthExample: 'ฉันทำอาหารได้ดี 🍜' });
  const read = await readPdf(
    print(await composePaper({ ...on, events: thai, language: 'fr', form: 'long' })),
    false,
  );
  expect(read.all).toContain('Kompetenzpass');
});
