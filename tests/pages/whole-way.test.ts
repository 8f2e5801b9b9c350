import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { openPhone } from './browser.ts';
import { answerPage, pageOf, passportTextsOf, textsOf } from './people.ts';
import { storiesInTown } from './town.ts';

const { survey, common, mine } = textsOf('ar');
const { page: paper, check } = passportTextsOf('ar');

const test = storiesInTown();

const received = (page: Page) => page.getByText(survey.state.received).waitFor();

/** Answers until a page is reached, on the short way. */
async function answerUntil(page: Page, wanted: string): Promise<void> {
  while (pageOf(page) !== wanted) {
    if (pageOf(page) !== 'how-much') await answerPage(page);
    else {
      await page.getByRole('radio', { name: survey.questions.howMuch.options.short }).check();
      await page.getByRole('button', { name: common.continue }).click();
      await page.waitForURL((url) => !url.pathname.endsWith('/how-much'));
    }
  }
}

test('Amal goes the whole way on two phones with three holes in the network: card, paper in hand, a purpose taken back, everything erased', async ({
  town,
  browser,
}) => {
  const first = await openPhone(browser);
  await first.goto(`${town.url}/ar/`);
  await first.getByRole('link', { name: survey.welcome.begin }).click();
  await answerUntil(first, 'birth-year');
  await received(first);
  await first.context().setOffline(true);
  await answerUntil(first, 'district');
  await first.getByText(survey.state.waiting_two).waitFor();
  await first.context().setOffline(false);
  await received(first);
  await first.getByRole('link', { name: common.myCode }).click();
  const card = (await first.getByText(/^(\d{4} ){4}\d{4}$/).textContent()) ?? '';
  await first.context().close();

  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/code`);
  await page.getByRole('textbox').fill(card);
  await page.getByRole('button', { name: survey.enter.open }).click();
  await page.waitForURL('**/q/district');
  await answerUntil(page, 'check');
  await received(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: survey.check.handIn }).click();
  await page.waitForURL('**/done');
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: survey.done.heading }).waitFor();
  await received(page);

  await page.getByRole('link', { name: paper.heading }).click();
  await page.getByRole('button', { name: paper.short }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: paper.save }).click(),
  ]);
  const { links } = await readPdf(readFileSync(await file.path()), true);
  const employer = await openPhone(browser, { javaScriptEnabled: false });
  const saysOfPaper = () => employer.getByRole('heading', { level: 2 }).allTextContents();
  await employer.goto(links[0] ?? '');
  expect(await saysOfPaper()).toEqual([check.genuine]);

  await page.goto(`${town.url}/ar/my-data`);
  const purpose = survey.questions.consentPool.label;
  await page.getByRole('button', { name: new RegExp(`^${mine.purposes.takeBack} ?: ${purpose}$`) }).click();
  await page.getByRole('button', { name: new RegExp(`^${mine.purposes.allow} ?: ${purpose}$`) }).waitFor();
  await page.getByRole('link', { name: mine.erase.begin }).click();
  await page.getByRole('checkbox').check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: mine.erase.yes }).click();
  await page.getByRole('alert').getByText(mine.erase.network).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: mine.erase.yes }).click();
  await page.getByRole('heading', { name: mine.erased.heading }).waitFor();

  expect(await town.db.selectFrom('response').selectAll().execute()).toEqual([]);
  await employer.reload();
  expect(await saysOfPaper()).toEqual([check.withdrawn]);
});
