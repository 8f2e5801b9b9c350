import { staffLanguages } from '@kannwas/schema/codes';
import { expect, test } from 'vitest';
import { minorGroupLabel, minorGroups, minorGroupTexts } from './minor-groups.ts';

test('every minor group that people can be in has a name of its own in the languages of staff, and no other has', async () => {
  for (const language of staffLanguages) {
    const { default: texts } = await minorGroupTexts(language);
    expect(Object.keys(texts).sort()).toEqual(minorGroups.toSorted());
    expect(new Set(minorGroups.map((code) => minorGroupLabel(texts, code))).size).toBe(minorGroups.length);
  }
});
