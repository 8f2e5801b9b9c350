import { languageCodes, languages } from '@kannwas/schema/codes';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { openBrowser, openPhone, weather } from './browser.ts';

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

/** Opens a phone on which one sees the scripts whose typefaces were fetched. */
async function open(path: string, options?: BrowserContextOptions) {
  const page = await openPhone(browser, options);
  const typefaces = new Set<string>();
  page.on('request', (request) => {
    const script = /typeface-([a-z]+)-/.exec(request.url())?.[1];
    if (script) typefaces.add(script);
  });
  await page.goto(`${running.url}${path}`);
  return { page, typefaces };
}

test.each(languageCodes)(
  'a phone in %s loads the typefaces of its own script and no others, also for the page about the numbers',
  async (language) => {
    const { page, typefaces } = await open(`/${language}/`);
    const { script, locale, dir } = languages[language];
    const own = [...new Set(['latin', script])].sort();
    // Offered when all else is done, within five seconds at the latest.
    await expect.poll(() => [...typefaces].sort(), { timeout: 15_000 }).toEqual(own);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      locale,
      dir,
    ]);
    await page.goto(`${running.url}/${language}/method`);
    await page.evaluate(() => document.fonts.ready);
    expect([...typefaces].sort()).toEqual(own);
    await page.context().close();
  },
);

test('the list of languages can be read on a phone that has no Ethiopic letters', async () => {
  const { page, typefaces } = await open('/');
  await expect.poll(() => [...typefaces]).toEqual(['names']);
  expect(await page.evaluate(() => document.fonts.check('600 20px Kannwas', 'ትግርኛ'))).toBe(true);
  await page.context().close();
});

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

test('whoever has to be quick gets away from the list of languages, too, and "back" does not lead in again', async () => {
  const { page } = await open('/');
  await page.context().route(/^https:/, (route) => route.fulfill({ body: 'Weather' }));
  await page.getByRole('link', { name: 'Schnell weg' }).click();
  await page.waitForURL(weather);
  await page.goBack().catch(() => undefined);
  expect(page.url()).not.toContain(running.url);
  await page.context().close();
});

test('a document may load only what is ours and cannot be framed, and its files say no more than they must', async () => {
  const document = await fetch(`${running.url}/ar/`);
  const html = await document.text();
  const policy = document.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(document.headers.get('referrer-policy')).toBe('no-referrer');
  const scripts = [...html.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, address]) => address);
  expect(scripts.length).toBeGreaterThan(1);
  for (const address of scripts) {
    const { headers } = await fetch(`${running.url}${address}`);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('immutable');
    // A phone on a bad network waits for every byte.
    expect(
      [...headers].reduce((bytes, [name, value]) => bytes + name.length + value.length + 4, 0),
    ).toBeLessThan(750);
  }
});
