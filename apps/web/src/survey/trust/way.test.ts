import { texts } from '@kannwas/catalogue/texts';
import { languageCodes } from '@kannwas/schema/codes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawWay, wrap } from './way.ts';

test('breaking a text into lines loses no word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^\S{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 4, max: 30 }),
      (words, most) => {
        const lines = wrap(words.join(' '), most);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test.each(languageCodes)(
  'in %s no two boxes of the picture lie upon each other, and the words stay inside',
  async (language) => {
    const { answers } = (await texts[language].trust()).default;
    const { boxes, height } = drawWay(answers, language);
    for (const [place, { start, top, width, height: high, lines }] of boxes.entries()) {
      expect(start + width).toBe(320);
      expect(top + high).toBeLessThanOrEqual(boxes[place + 1]?.top ?? height);
      expect(lines.length * 24).toBeLessThan(high);
    }
  },
);
