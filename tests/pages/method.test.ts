import { readdirSync, readFileSync } from 'node:fs';
import { budget } from '@kannwas/disclosure/budget';
import { changingShare } from '@kannwas/disclosure/carry';
import { mixing } from '@kannwas/disclosure/mixing';
import { defaults, factTauBounds, leastForFacts, noiseWith, tauBounds } from '@kannwas/disclosure/rules';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { grammarBounds } from '@kannwas/schema/pool/grammar';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hettstedt, type Running, startApp } from '../support/app.ts';
import { hire } from '../support/people.ts';
import { accessibilityFaults, cheapPhone, enlarge, openBrowser, openPhone } from './browser.ts';
import { sitDown } from './desk.ts';
import { answerPage, pageOf, textsOf } from './people.ts';

const everyLanguage = languageCodes;
/** One of each script is looked at from all sides; the others are texts in the same page. */
const closely: readonly Language[] = ['de', 'ar', 'uk', 'ti'];
const questions = ['see', 'never', 'safe', 'found', 'known', 'exact', 'stop'] as const;
const web = new URL('../../apps/web/', import.meta.url);
const measured: { attacks: { id: string }[]; compared: { attack: string }[]; knowing: object[] } = JSON.parse(
  readFileSync(new URL('src/survey/method/attacks.json', web), 'utf8'),
);

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true });
  await hire(running, 'dmitri');
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

async function openMethod(language: Language, options?: BrowserContextOptions) {
  const page = await openPhone(browser, options);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${running.url}/${language}/method`);
  return { page, complaints };
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Where the middle of an element is, from 0 at the left edge of the window to 1 at the right. */
async function across(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  return (box.x + box.width / 2) / (page.viewportSize()?.width ?? 1);
}

describe.each(everyLanguage)('the method page in %s', (language) => {
  const { method } = textsOf(language);
  const { dir } = languages[language];
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openMethod(language));
  });
  afterAll(() => page.context().close());

  test('answers every question on a cheap phone, and axe finds nothing', async () => {
    expect(await page.title()).toBe(`${method.heading} – Kannwas`);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual(questions.map((question) => method[question].heading));
    await page.getByText(method.found.promise).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await width(page)).toBeLessThanOrEqual(cheapPhone.width);
    expect(complaints).toEqual([]);
  });

  test('can be read with letters twice as large, on the narrowest phone', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await enlarge(page, '200%');
    expect(await width(page)).toBeLessThanOrEqual(320);
    await enlarge(page, '');
    await page.setViewportSize(cheapPhone);
  });

  if (!closely.includes(language)) return;

  test('goes from the side where reading begins', async () => {
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(dir);
    const begins = [await across(page, 'header a'), await across(page, '.question svg')];
    const ends = [await across(page, 'header > a:last-child'), await across(page, '.question span')];
    begins.forEach((begin, place) => {
      expect(begin < (ends[place] ?? 0)).toBe(dir === 'ltr');
    });
  });

  test('works without any script, down to the other languages', async () => {
    const { page } = await openMethod(language, { javaScriptEnabled: false });
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('link', { name: method.stop.heading }).click();
    expect(new URL(page.url()).hash).toBe('#stop');
    await page.locator('summary').click();
    const other = language === 'uk' ? 'ar' : 'uk';
    await page.getByRole('link', { name: languages[other].name }).click();
    await page.getByRole('heading', { name: textsOf(other).method.heading }).waitFor();
    await page.getByRole('link', { name: textsOf(other).common.leave }).waitFor();
  });

  test('shows of each attack what was measured, or says that nothing was', async () => {
    for (const [id, { name, text }] of Object.entries<{ name: string; text: string }>(method.known.attacks)) {
      const attack = page.locator(`#${id}`);
      expect(await attack.textContent()).toContain(name);
      expect(await attack.textContent()).toContain(text);
      const tries = measured.attacks.filter((one) => one.id === id).length;
      expect([id, await attack.locator('dl').count()]).toEqual([id, tries]);
      expect([id, await attack.getByText(method.known.unmeasured).count()]).toEqual([
        id,
        tries === 0 ? 1 : 0,
      ]);
    }
    expect(await page.locator('.chart .bars').count()).toBe(measured.compared.length);
    const rows = measured.knowing.length;
    expect(await page.locator('#found dl > div').count()).toBe(rows === 0 ? 0 : rows + 1);
    await page.getByText(method.found.limit).waitFor();
  });

  test('names the values that the mechanism has', async () => {
    const rows = await page
      .locator('#exact .parameters > div')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map(({ firstChild }) => firstChild?.textContent ?? '')),
      );
    const shown = Object.fromEntries(rows);
    const { parameters, range } = method.exact;
    const noise = [0, 1, 2, 3, 4].map((facts) => noiseWith(facts));
    const values = {
      ...{ ...defaults, ...grammarBounds, leastForFacts },
      D: noise.map(({ D }) => D).join(' · '),
      V: noise.map(({ V }) => V).join(' · '),
    };
    for (const [name, value] of Object.entries(values)) {
      expect([name, shown[parameters[name]]]).toEqual([name, String(value)]);
    }
    const share = mixing.share / mixing.of;
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    expect(shown[parameters.mixed]).toBe(percent.format(share));
    expect(shown[parameters.changing]).toBe(percent.format(changingShare));
    const tau = [tauBounds, factTauBounds].map(({ least, most }) =>
      range.replace('{{least}}', least).replace('{{most}}', most),
    );
    expect(shown[parameters.tau]).toBe(tau.join(' · '));
    expect(method.safe.steps.stopped.example).toContain(String(budget.tablesToday));
  });
});

// Colours and room are the same in every language; German has the longest words, Arabic goes the other way.
test.each<[string, Language, BrowserContextOptions]>([
  ['in the dark', 'de', { colorScheme: 'dark' }],
  ['at a desk', 'de', { viewport: { width: 1280, height: 900 } }],
  ['at a desk', 'ar', { viewport: { width: 1280, height: 900 } }],
])('the method page %s is as good, and axe finds nothing (%s)', async (_, language, options) => {
  const { page, complaints } = await openMethod(language, options);
  await page.getByText(textsOf(language).method.found.promise).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await width(page)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a phone that answers the survey loads nothing of the method page', () => {
  const assets = new URL('dist/assets/', web);
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const promises = everyLanguage.map((language) => textsOf(language).method.found.promise);
  const carrying = scripts.filter((name) => {
    const script = readFileSync(new URL(name, assets), 'utf8');
    return promises.some((promise) => script.includes(promise));
  });
  expect(carrying).toEqual([]);
});

test('who reads about the numbers before agreeing loses nothing of what was chosen', async () => {
  const { survey, common, method } = textsOf('ar');
  const page = await openPhone(browser);
  await page.goto(`${running.url}/ar/q/consent`);
  await page.getByRole('button', { name: hettstedt.name }).click();
  await page.waitForURL('**/accompaniment');
  while (pageOf(page) !== 'consent') await answerPage(page);
  await page.locator('#consentResult').getByText(common.yes, { exact: true }).click();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: survey.form.method }).click();
  const beside = await opening;
  await beside.getByRole('heading', { name: method.heading }).waitFor();
  await beside.close();
  expect(await page.locator('#consentResult input:checked').count()).toBe(1);
});

test('the first page and the pool lead to it', async () => {
  const { method } = textsOf('de');
  const first = await openPhone(browser);
  await first.goto(`${running.url}/`);
  await first.getByRole('link', { name: method.heading }).click();
  await first.waitForURL('**/de/method');

  const desk = await sitDown(browser, running.url, 'dmitri', 'hettstedt/pool');
  const opening = desk.context().waitForEvent('page');
  await desk.getByRole('link', { name: method.heading }).click();
  await (await opening).waitForURL('**/de/method');
});
