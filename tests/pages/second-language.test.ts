import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults, enlarge, openPhone, turnTo } from './browser.ts';
import { textsOf } from './people.ts';
import { storiesInTown } from './town.ts';

const arabic = textsOf('ar');
const german = textsOf('de');
const narrow = { viewport: { width: 320, height: 640 } };

const test = storiesInTown();

const inGerman = (page: Page, text: string) => page.locator('bdi[lang="de"]', { hasText: text }).first();
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('one tap puts German below the Arabic on a very small phone, and it stays there', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser, narrow);
  await page.goto(`${town.url}/ar/q/german-speaking`);
  const question = 'germanSpeaking';
  await page.getByText(arabic.survey.form.secondLanguage).click();
  const label = inGerman(page, german.survey.questions[question].label);
  await label.waitFor();
  await inGerman(page, german.survey.skills.everyday).waitFor();
  await inGerman(page, german.survey.form.noAnswer).waitFor();
  await inGerman(page, german.common.continue).waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await label.evaluate((line) => getComputedStyle(line).direction)).toBe('ltr');
  // The line begins at the right edge of its heading, as the Arabic above does.
  const right = (text: string) => {
    const heading = document.querySelector('h1');
    const line = [...(heading?.querySelectorAll('bdi') ?? [])].find((one) => one.textContent === text);
    const words = document.createRange();
    if (line) words.selectNodeContents(line);
    const ends = [...words.getClientRects()].map((rect) => rect.right);
    return Math.abs(Math.max(...ends) - (heading?.getBoundingClientRect().right ?? 0));
  };
  expect(await page.evaluate(right, german.survey.questions[question].label)).toBeLessThan(2);
  expect(await width(page)).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.reload();
  await inGerman(page, german.survey.skills.everyday).waitFor();
  await page.getByRole('radio', { name: arabic.survey.skills.everyday }).check();
  await page.getByRole('button', { name: arabic.common.continue }).click();
  await page.waitForURL(/german-on-paper/);
  await page.getByText(arabic.survey.state.received).waitFor();
  const events = await town.db.selectFrom('answer_event').select(['question', 'value']).execute();
  expect(events).toMatchObject([{ question, value: 'everyday' }]);

  await page.getByText(german.survey.pages['german-on-paper'].heading).waitFor();
  await page.locator('summary', { hasText: 'Deutsch' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: arabic.survey.form.secondOff }).click();
  expect(await page.locator('main bdi[lang="de"]').count()).toBe(0);
});

test('names of countries, work, and schools stand there in both languages too, at twice the size of text', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser, narrow);
  await page.goto(`${town.url}/de/q/education-country`);
  // Whoever reads German is asked which language helps.
  await page.getByText(german.survey.form.secondLanguage).click();
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.locator('main bdi[lang="ar"]', { hasText: 'سوريا' }).waitFor();
  await page.getByRole('radio', { name: 'Syrien' }).check();
  await page.getByRole('button', { name: german.common.continue }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/education-country'));
  await enlarge(page, '200%');
  for (const [place, part] of [
    ['q/school-rung', '#schoolRung label'],
    ['q/experience-occupation', '#experienceOccupation'],
    ['check', 'dl'],
  ] as const) {
    await turnTo(page, `/de/${place}`);
    await page.locator(`${part} bdi[lang="ar"]`).first().waitFor();
    expect([place, await width(page)]).toEqual([place, 320]);
    expect([place, await accessibilityFaults(page)]).toEqual([place, []]);
  }
});
