import { languageCodes, languages } from '@kannwas/schema/codes';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { openBrowser, openPhone } from './browser.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true });
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

/** Opens a page and waits until it is quiet; returns it and the scripts whose typefaces were fetched. */
async function open(path: string, options?: BrowserContextOptions) {
  const page = await openPhone(browser, options);
  const typefaces = new Set<string>();
  page.on('request', (request) => {
    const script = /typeface-([a-z]+)-/.exec(request.url())?.[1];
    if (script) typefaces.add(script);
  });
  await page.goto(`${running.url}${path}`);
  await page.waitForLoadState('networkidle');
  return { page, typefaces };
}

test.each(languageCodes)(
  'a phone in %s loads the typefaces of its own script and no others',
  async (language) => {
    const { page, typefaces } = await open(`/${language}/`);
    const { script, locale, dir } = languages[language];
    // Offered when all else is done, within five seconds at the latest.
    await expect
      .poll(() => [...typefaces].sort(), { timeout: 15_000 })
      .toEqual([...new Set(['latin', script])].sort());
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      locale,
      dir,
    ]);
    await page.context().close();
  },
);

test.each(languageCodes)(
  'the page about the numbers in %s loads no typeface of another script',
  async (language) => {
    const { page, typefaces } = await open(`/${language}/method`);
    expect(['latin', languages[language].script]).toEqual(expect.arrayContaining([...typefaces]));
    await page.context().close();
  },
);

const offered = 'a[href^="/"][data-script]';

test("the phone's languages come first, however it calls them", async () => {
  for (const [locale, first] of [
    ['uk-UA', '/uk/'],
    ['ar-SY', '/ar/'],
    ['en-GB', '/en/'],
  ] as const) {
    const { page } = await open('/', { locale });
    expect(await page.locator(offered).first().getAttribute('href')).toBe(first);
    expect(await page.locator(offered).count()).toBe(languageCodes.length);
    await page.context().close();
  }
});

test('the list of languages fits a small phone with text of twice the size', async () => {
  const { page } = await open('/', { viewport: { width: 320, height: 640 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const clipped = await page
    .locator(offered)
    .evaluateAll((links) =>
      links.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.textContent),
    );
  expect(clipped).toEqual([]);
  await page.context().close();
});
