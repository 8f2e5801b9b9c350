import { readFileSync } from 'node:fs';
import type { Language } from '@kannwas/schema/codes';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { manifold } from '../support/papers.ts';
import { readPdf } from '../support/pdf.ts';
import { accessibilityFaults, openBrowser, openPhone } from './browser.ts';
import { passportTextsOf, textsOf } from './people.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;
const pictures = process.env.PICTURES;

beforeAll(async () => {
  running = await startApp({ pages: true });
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

/** Somebody who has handed in everything, and comes back with the code on a phone. */
async function comeBack(language: Language): Promise<Page> {
  const semhar = new Newcomer(running.url, { language });
  await semhar.start();
  const answers = Object.entries(manifold) as [Parameters<Newcomer['event']>[0], never][];
  await semhar.send(...answers.map(([question, value]) => semhar.event(question, value)));
  await semhar.submit();
  const page = await openPhone(browser);
  await page.goto(`${running.url}/${language}/code`);
  await page.locator('#code').fill(semhar.code);
  await page.getByRole('button', { name: textsOf(language).survey.enter.open }).click();
  await page.waitForURL('**/check');
  await page.goto(`${running.url}/${language}/done`);
  return page;
}

async function lookAt(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

test('Semhar has her paper in hand, an employer checks it without script, and she withdraws it', async () => {
  const { page: words, check } = passportTextsOf('ar');
  const page = await comeBack('ar');
  await page.getByRole('link', { name: words.heading }).click();
  await page.getByRole('button', { name: words.short }).click();
  await page.getByText(words.ready).waitFor();
  await lookAt(page, 'passport-ar');

  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.save }).click(),
  ]);
  const { links, pages } = await readPdf(readFileSync(await kept.path()), true);
  expect(pages).toBe(1);

  const employer = await openPhone(browser, { javaScriptEnabled: false, locale: 'ar' });
  await employer.goto(links[0] ?? '');
  expect(await employer.getByRole('heading', { level: 2 }).allTextContents()).toEqual([check.genuine]);
  expect(await employer.locator('main').textContent()).toContain(String(new Date().getFullYear()));

  await page.getByRole('button', { name: words.withdraw }).click();
  await page.getByRole('button', { name: words.withdrawYes }).click();
  await page.getByText(words.withdrawn.split('{{')[0] ?? '').waitFor();
  await employer.reload();
  expect(await employer.getByRole('heading', { level: 2 }).allTextContents()).toEqual([check.withdrawn]);
  const german = links[0]?.replace('/p/', '/de/p/') ?? '';
  await employer.goto(german);
  const inGerman = passportTextsOf('de').check;
  expect(await employer.getByRole('heading', { level: 2 }).allTextContents()).toEqual([inGerman.withdrawn]);
  await employer.goto(`${running.url}/ti/p/nothing-we-know`);
  const { unknown } = passportTextsOf('ti').check;
  expect(await employer.getByRole('heading', { level: 2 }).allTextContents()).toEqual([unknown]);
});

test.each(['de', 'ti'] as const)(
  'the passport and its check page fit a phone in %s, and axe finds nothing',
  async (language) => {
    const { page: words } = passportTextsOf(language);
    const page = await comeBack(language);
    await page.getByRole('link', { name: words.heading }).click();
    await page.getByText(words.none).waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await lookAt(page, `passport-${language}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${running.url}/${language}/p/AAAAAAAAAAAAAAAAAAAAAA`);
    await lookAt(page, `check-${language}`);
  },
);
