import { inputOf } from '@kannwas/schema/survey/inputs';
import { findVisit } from '@kannwas/schema/survey/journey';
import type { Question } from '@kannwas/schema/survey/questions';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPhone } from './browser.ts';
import { pageOf, textsOf } from './people.ts';
import { storiesInTown } from './town.ts';

const { survey, common } = textsOf('ti');
/** So long does a person take for a page, on average: to listen, to choose, to go on. */
const secondsAPage = 8;

const test = storiesInTown();

type Tally = { taps: number; keys: number };

test('Berhane, who never types, has said the most important within three minutes and all the rest within fifteen', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser, { locale: 'ti', hasTouch: true });
  await page.addInitScript(() => {
    const tally: Tally = { taps: 0, keys: 0 };
    Object.assign(window, { tally });
    addEventListener('pointerdown', () => (tally.taps += 1), true);
    addEventListener('keydown', () => (tally.keys += 1), true);
    addEventListener('beforeinput', () => (tally.keys += 1), true);
  });
  await page.goto(`${town.url}/ti/`);
  await page.getByRole('link', { name: survey.welcome.begin }).tap();
  await page.waitForURL('**/accompaniment');

  const short = await walkToCheck(page);
  await page.getByRole('button', { name: survey.check.more }).tap();
  await page.waitForURL('**/q/**');
  const rest = await walkToCheck(page);

  const full = { pages: short.pages + rest.pages, taps: rest.taps, keys: rest.keys };
  for (const [way, { pages, taps }] of Object.entries({ short, full })) {
    const minutes = ((pages * secondsAPage) / 60).toFixed(1);
    console.log(`${way} way: ${pages} pages, ${taps} taps, ${minutes} minutes at ${secondsAPage} s a page`);
  }
  expect(full.keys).toBe(0);
  expect(short.pages * secondsAPage).toBeLessThanOrEqual(3 * 60);
  expect(full.pages * secondsAPage).toBeLessThanOrEqual(15 * 60);
});

/** Answers page after page; the check page, where the person reads everything once more, counts as one. */
async function walkToCheck(page: Page): Promise<{ pages: number } & Tally> {
  let pages = 1;
  for (; pageOf(page) !== 'check'; pages += 1) await tapThrough(page);
  await page.getByRole('button', { name: survey.check.handIn }).waitFor();
  const tally = await page.evaluate(() => (window as unknown as { tally: Tally }).tally);
  return { pages, ...tally };
}

/** Where the first option would end the matter: which ones instead, so that more is asked. */
const instead: { readonly [Q in Question]?: readonly number[] } = {
  germanSpeaking: [1],
  englishSpeaking: [1],
  schoolLanguage: [1],
  otherLanguages: [2, 3],
  experienceTasks: [0, 1, 2],
  taskOften: [2],
};

/** Answers the page that is open with the first option of each question, where it is new, and continues. */
async function tapThrough(page: Page): Promise<void> {
  const place = pageOf(page);
  const visit = findVisit(...(place.split('/') as [string, string?]));
  if (!visit) throw new Error(`There is no page ${place}`);
  for (const question of visit.page.lists ? [] : visit.page.ask) await tapAnswer(page, question);
  await page.locator('main').getByRole('button', { name: common.continue, exact: true }).tap();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${place}`));
}

async function tapAnswer(page: Page, question: Question): Promise<void> {
  const field = page.locator(`#${question}`);
  const options = field.getByRole('radio').or(field.getByRole('checkbox'));
  const { kind } = inputOf(question);
  await page.getByText(common.opening).waitFor({ state: 'detached' });
  if (kind === 'year' || kind === 'text') {
    const decline = field.getByRole('checkbox', { name: survey.form.noAnswer });
    if (!(await decline.isChecked())) await decline.tap();
    return;
  }
  if ((await field.locator('input:checked').count()) > 0) return;
  if (kind === 'occupation') await field.locator('fieldset button:not([data-sound])').first().tap();
  for (const place of instead[question] ?? [0]) await options.nth(place).tap();
}
