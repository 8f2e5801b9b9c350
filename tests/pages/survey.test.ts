import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults, openPhone, tabTo } from './browser.ts';
import { answerPage, pageOf, spoilLastAnswer, textsOf } from './people.ts';
import { storiesInTown } from './town.ts';

const { survey, common, problems } = textsOf('ar');

const test = storiesInTown();

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const received = (page: Page) => page.getByText(survey.state.received).waitFor();

test('Amal answers everything in Arabic on a small phone, reloads in the middle, hands in, and comes back by code', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${town.url}/`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: survey.welcome.heading }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: survey.welcome.begin }).click();
  await page.getByText(common.demo).waitFor();

  const pagesWithChapters = new Map<string, string>();
  while (pageOf(page) !== 'check') {
    await heading(page).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    pagesWithChapters.set(pageOf(page), await page.title());
    await answerPage(page);
    if (pageOf(page) === 'district') {
      await page.reload();
      await page.goto(`${town.url}/ar/`);
      await page.getByRole('link', { name: survey.welcome.goOn, exact: true }).click();
      expect(pageOf(page)).toBe('district');
    }
  }
  expect(pagesWithChapters.size).toBe(59);

  await heading(page).waitFor();
  await page.getByText('أمل').waitFor();
  await page.getByText('1987').waitFor();
  expect(await page.getByText(survey.check.notSaid, { exact: true }).count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: survey.check.handIn }).click();
  await page.getByRole('heading', { name: survey.done.heading }).waitFor();
  await received(page);
  expect(await page.locator('strong').first().textContent()).toMatch(/^\d{8}$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  const code = ((await page.getByText(/^(\d{4} ){4}\d{4}$/).textContent()) ?? '').replace(/ /g, '');

  const elsewhere = await openPhone(browser);
  await elsewhere.goto(`${town.url}/ar/code`);
  const field = elsewhere.getByRole('textbox');
  await field.fill(`${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`);
  await elsewhere.getByRole('button', { name: survey.enter.open }).click();
  await elsewhere.getByRole('alert').getByText(survey.enter.check).waitFor();
  expect(await accessibilityFaults(elsewhere)).toEqual([]);
  await field.fill('1234 5678 1234 5678 1234'.replace(/4$/, '8'));
  await elsewhere.getByRole('button', { name: survey.enter.open }).click();
  await elsewhere.getByRole('alert').waitFor();
  // The digits of an Arabic keyboard are as good as any.
  await field.fill(code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))));
  await elsewhere.getByRole('button', { name: survey.enter.open }).click();
  await elsewhere.waitForURL('**/ar/check');
  await elsewhere.getByText('أمل').waitFor();
  expect(complaints).toEqual([]);
  expect(problems.wrongCode).toBeTruthy();
});

test('answers given without a network stay on the phone and arrive later, once each', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/`);
  await page.getByRole('link', { name: survey.welcome.begin }).click();
  while (pageOf(page) !== 'birth-year') await answerPage(page);
  await received(page);
  await page.context().setOffline(true);
  await answerPage(page);
  await answerPage(page);
  await page.getByText(survey.state.waiting_two).waitFor();
  await page.context().setOffline(false);
  await received(page);
  const events = await town.db.selectFrom('answer_event').select(['id', 'question']).execute();
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

test('a phone whose clock is days ahead is heard all the same, under the date of the server', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  await page.clock.setSystemTime(Date.now() + 5 * 86_400_000);
  await page.goto(`${town.url}/ar/`);
  await page.getByRole('link', { name: survey.welcome.begin }).click();
  while (pageOf(page) !== 'call-name') await answerPage(page);
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 4 * 86_400_000);
  await received(page);
  const { latest } = await town.db
    .selectFrom('answer_event')
    .select(({ fn }) => fn.max<Date>('recorded_at').as('latest'))
    .executeTakeFirstOrThrow();
  expect(latest.getTime()).toBeLessThan(Date.now() + 60_000);
});

test('whoever finds no word for their work says it in their own, and finds there what they typed', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  const [pearls, more] = ['غواص لؤلؤ', 'غواص لؤلؤ مع والدي وإخوتي'];
  await page.goto(`${town.url}/ar/q/experience-occupation`);
  await page.getByRole('searchbox').fill(pearls);
  await page.getByText(survey.form.nothingFound).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: survey.form.ownWords }).click();
  await page.waitForURL('**/experience-own-words');
  const words = page.getByRole('textbox');
  await expect.poll(() => words.inputValue()).toBe(pearls);
  await words.fill(more);
  await page.getByRole('button', { name: common.continue }).click();
  await page.waitForURL('**/experience-duration');

  // The pictures stay another way to the same work, and take nothing back that was said.
  await page.goto(`${town.url}/ar/q/experience-occupation`);
  await page.getByRole('searchbox').fill(pearls);
  const pictures = page.getByRole('group', { name: survey.form.fields });
  await pictures.getByRole('button').first().click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: common.continue }).click();
  await page.waitForURL('**/experience-duration');
  await received(page);
  const kept = await town.db
    .selectFrom('answer_event')
    .select('value')
    .where('question', '=', 'experienceOwnWords')
    .orderBy('id')
    .execute();
  expect(kept.map(({ value }) => value)).toEqual([pearls, more]);
});

test('the keyboard alone is enough', async ({ town, browser }) => {
  const page = await openPhone(browser);
  await page.goto(`${town.url}/de/`);
  const de = textsOf('de').survey;
  await page.getByRole('link', { name: de.welcome.begin }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/accompaniment');
  await tabTo(page, 'input[type=radio]');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('input:checked').getAttribute('value')).toBe('helper');
  await tabTo(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/listening-languages');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await tabTo(page, 'input[type=checkbox]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/consent');
  await tabTo(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('consentResult-1');
});

test('whoever comes next on a shared phone sees nothing of the one before', async ({ town, browser }) => {
  const page = await openPhone(browser);
  await page.goto(`${town.url}/uk/`);
  const uk = textsOf('uk').survey;
  await page.getByRole('link', { name: uk.welcome.begin }).click();
  await page.getByText(uk.questions.accompaniment.options.alone).click();
  await page.getByRole('button', { name: textsOf('uk').common.continue }).click();
  await page.getByText(uk.state.received).waitFor();
  await page.goto(`${town.url}/uk/`);
  await page.getByRole('button', { name: uk.welcome.anew }).click();
  await page.getByRole('button', { name: uk.welcome.anewYes, exact: true }).click();
  await page.getByRole('link', { name: uk.welcome.begin }).click();
  await page.waitForURL('**/accompaniment');
  expect(await page.locator('input:checked').count()).toBe(0);
});

test('two different answers both stand until the person decides', async ({ town, browser }) => {
  const phone = await openPhone(browser);
  await phone.goto(`${town.url}/ar/q/accompaniment`);
  while (pageOf(phone) !== 'birth-year') await answerPage(phone);
  await received(phone);
  await phone.getByRole('link', { name: common.myCode }).click();
  const code = (await phone.getByText(/^(\d{4} ){4}\d{4}$/).textContent()) ?? '';
  const other = await openPhone(browser);
  await other.goto(`${town.url}/ar/code`);
  await other.getByRole('textbox').fill(code);
  await other.getByRole('button', { name: survey.enter.open }).click();
  await other.waitForURL('**/birth-year');

  await phone.getByRole('link', { name: survey.welcome.goOn, exact: true }).click();
  await answerPage(phone);
  await received(phone);
  await other.locator('input[inputmode=numeric]').fill('1990');
  await other.getByRole('button', { name: common.continue }).click();
  await other.waitForURL('**/gender');
  await received(other);

  await phone.goto(`${town.url}/ar/check`);
  const both = phone.getByRole('region', { name: survey.conflict.heading });
  await both.getByText('1987').waitFor();
  await both.getByText('1990').waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await both.getByRole('button', { name: survey.conflict.keep }).last().click();
  await both.waitFor({ state: 'detached' });
  await received(phone);
  await other.goto(`${town.url}/ar/check`);
  await other.getByText('1990').waitFor();
  expect(await other.getByText('1987').count()).toBe(0);
});

test('an answer that the server refuses does not hold back the others, and is asked again', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/q/accompaniment`);
  while (pageOf(page) !== 'birth-year') await answerPage(page);
  await received(page);
  await page.context().setOffline(true);
  await answerPage(page);
  await page.evaluate(spoilLastAnswer);
  await answerPage(page);
  await page.context().setOffline(false);
  await page.getByText(survey.state.refused_one).waitFor();
  expect(pageOf(page)).toBe('district');
  await page.goto(`${town.url}/ar/q/district`);
  await page.getByText(survey.form.refused).waitFor();
  await answerPage(page);
  await received(page);
});
