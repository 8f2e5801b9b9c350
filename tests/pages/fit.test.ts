import { limits } from '@kannwas/api/limits';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { accessibilityFaults, enlarge, openBrowser } from './browser.ts';
import { openNarrow, type Walked, walkEverywhere } from './fit/walk.ts';

/** Left to right, right to left, and the wide letters of Ethiopia: axe looks at all of their pages. */
const closely: readonly Language[] = ['de', 'ar', 'ti'];
/** The other thirteen take minutes: before a release, and after a change of style or texts, by `EVERY_LANGUAGE=1 pnpm test fit`. */
const others = process.env.EVERY_LANGUAGE
  ? languageCodes.filter((language) => !closely.includes(language))
  : [];

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;
const all: Walked[] = [];

beforeAll(async () => {
  running = await startApp({ pages: true, limits: { ...limits, starts: 100, codes: 100 } });
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  const sum = (figure: 'measured' | 'looked') => all.reduce((total, walked) => total + walked[figure], 0);
  console.log(`${all.length} languages: ${sum('measured')} pages measured, axe looked at ${sum('looked')}`);
  await closeBrowser();
  await running.close();
});

async function walk(language: Language): Promise<readonly string[]> {
  const wish = { url: running.url, language, closely: closely.includes(language) };
  const walked = await walkEverywhere(browser, wish);
  all.push(walked);
  return walked.faults;
}

describe('on the narrowest phone, with text of twice the size', () => {
  test.each(closely)(
    'every page in %s fits and begins on the side of its language, and axe finds nothing',
    async (language) => {
      expect(await walk(language)).toEqual([]);
    },
  );

  test.each(others)(
    'every page in %s fits and begins on the side of its language, and axe finds nothing on some of them',
    async (language) => {
      expect(await walk(language)).toEqual([]);
    },
  );

  test('the list of languages fits, and axe finds nothing', async () => {
    const page = await openNarrow(browser, `${running.url}/`, 'en');
    expect(await page.evaluate(() => window.ruler.faults('*'))).toEqual([]);
    await enlarge(page, '');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});
