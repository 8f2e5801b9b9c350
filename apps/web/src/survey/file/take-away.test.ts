import { texts } from '@kannwas/catalogue/texts';
import { languageCodes } from '@kannwas/schema/codes';
import { expect, test } from 'vitest';
import { unseal } from '../device/sealing.ts';
import { findLocked, lockUp, mostWords, newWords, unlock } from './take-away.ts';
import { wordNames } from './words.ts';

const response = {
  responseId: '01890a5d-ac96-774b-bcce-b302099a8057',
  code: '12345678901234567897',
  siteId: null,
  language: 'ar',
  started: false,
  handedIn: false,
  receipt: null,
  away: false,
  problem: null,
} as const;

test('a file opens with its words, and with no others or another order', async () => {
  const words = newWords();
  const text = await lockUp(words, { response, events: [], recordings: [] });
  expect(text).not.toContain(response.code);
  const found = findLocked(`<!doctype html><html lang="ar"><p>…</p>${text}</html>`);
  if (!('sealed' in found)) throw new Error(found.trouble);
  expect(await unlock(words, found.sealed)).toEqual({ response, events: [], recordings: [] });
  const others = words.map((word) => wordNames[(wordNames.indexOf(word) + 1) % wordNames.length] ?? word);
  await expect(unlock(others, found.sealed)).rejects.toThrow();
  // What was changed on the way does not open either.
  const spoilt = { ...found.sealed, text: found.sealed.text.replace(/^..../, 'AAAA') };
  await expect(unseal(words.join(' '), spoilt)).rejects.toThrow();
});

test('a file of somebody else, and one of a newer program, say so', () => {
  for (const text of ['', '<html>', 'id="kannwas-file">{"kind":"1"}<', 'id="kannwas-file">nothing<'])
    expect(findLocked(text)).toEqual({ trouble: 'notOurs' });
  expect(findLocked('id="kannwas-file">{"kind":2}<')).toEqual({ trouble: 'newer' });
});

test('eight words of sixty-four are 48 bits, and the slow lock makes them 67', () => {
  const bits = mostWords * Math.log2(wordNames.length) + Math.log2(600_000);
  expect(bits).toBeGreaterThan(60);
  const drawn = new Set(Array.from({ length: 200 }, newWords).flat());
  expect(drawn.size).toBe(wordNames.length);
});

test.each(languageCodes)('in %s no two words are the same', async (language) => {
  const { words } = (await texts[language].phone()).default;
  expect(Object.keys(words)).toEqual(wordNames);
  expect(new Set(Object.values(words)).size).toBe(wordNames.length);
});
