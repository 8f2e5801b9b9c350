import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import { Newcomer } from '../support/newcomers.ts';
import { accessibilityFaults, openPhone } from './browser.ts';
import { textsOf } from './people.ts';
import { storiesInTown, type Town } from './town.ts';

const { survey, common, mine } = textsOf('ar');

const test = storiesInTown();

/** Amal has answered on another phone; somebody of the advice team has read it. */
async function answered(town: Town): Promise<Newcomer> {
  const amal = new Newcomer(town.url);
  await amal.seeksAdvice();
  await amal.says('callName', 'Amal');
  await amal.says('callName', 'أمل');
  await amal.says('consentPool', { given: true, version: consentVersion });
  await amal.submit();
  const read = { staff_id: 'carla', action: 'interview.read', about: null };
  await town.db
    .insertInto('audit_event')
    .values({ site_id: amal.siteId, id: v7(), response_id: amal.responseId, ...read })
    .execute();
  return amal;
}

async function fits(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

const purposeButton = (page: Page, what: 'takeBack' | 'allow', purpose: string) =>
  page.getByRole('button', { name: new RegExp(`^${mine.purposes[what]} ?: ${purpose}$`) });

/** Everything that a phone keeps of a person. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        found.push(...rows.map((row) => JSON.stringify(row)));
      }
      db.close();
    }
    return found;
  });

test('Amal sees everything about herself, takes one purpose back, takes all along, and erases it in two steps', async ({
  town,
  browser,
}) => {
  const amal = await answered(town);
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/code`);
  await page.getByRole('textbox').fill(amal.code);
  await page.getByRole('button', { name: survey.enter.open }).click();
  await page.waitForURL('**/ar/check');
  await page.getByRole('link', { name: common.myData }).click();
  await page.getByText('أمل').waitFor();
  await page.getByText(mine.looks.read).waitFor();
  await page.getByText(mine.answers.earlier).click();
  await page.getByText('Amal', { exact: true }).waitFor();
  expect(await page.getByText(mine.manner.self).count()).toBe(2);
  await fits(page);

  const label = survey.questions.consentPool.label;
  await purposeButton(page, 'takeBack', label).click();
  await purposeButton(page, 'allow', label).waitFor();
  const consent = () =>
    town.db
      .selectFrom('response')
      .select('answers')
      .where('response_id', '=', amal.responseId)
      .executeTakeFirst()
      .then((row) => row?.answers.consentPool);
  await expect.poll(consent, { timeout: 30_000 }).toMatchObject({ given: false });

  const purpose = survey.questions.consentContact.label;
  await purposeButton(page, 'allow', purpose).click();
  await page.getByLabel(mine.contact.phone).fill('keine');
  await page.getByRole('button', { name: mine.contact.save, exact: true }).click();
  await page.getByText(mine.contact.wrongPhone).waitFor();
  // The digits of an Arabic keyboard are as good as any.
  await page.getByLabel(mine.contact.phone).fill('٠١٥١ ٢٣٤٥٦٧٨');
  await page.getByRole('button', { name: mine.contact.save, exact: true }).click();
  await page.getByText(mine.contact.saved).waitFor();
  await fits(page);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: mine.copy.save }).click();
  expect((await coming).suggestedFilename()).toBe('my-data.json');

  await page.getByRole('link', { name: mine.erase.begin }).click();
  await page.getByRole('heading', { name: mine.erase.question }).waitFor();
  await page.getByRole('button', { name: mine.erase.yes }).click();
  await page.getByRole('alert').getByText(mine.erase.missing).waitFor();
  await page.getByRole('checkbox').check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: mine.erase.yes }).click();
  await page.getByRole('alert').getByText(mine.erase.network).waitFor();
  expect((await amal.read()).status).toBe(200);
  await fits(page);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: mine.erase.yes }).click();
  await page.getByRole('heading', { name: mine.erased.heading }).waitFor();
  const number = (await page.getByText(/^(\d{4} ){2}\d{4}$/).textContent())?.replaceAll(' ', '');
  expect(await town.db.selectFrom('erasure').select('number').execute()).toEqual([{ number }]);
  await fits(page);
  expect((await amal.read()).status).toBe(401);
  expect(await kept(page)).toEqual([]);
});

test('after more than a year Amal is asked whether all is still true, and one touch is enough', async ({
  town,
  browser,
}) => {
  const amal = await answered(town);
  const longAgo = new Date(Date.now() - 400 * 86_400_000);
  await town.db
    .updateTable('response')
    .set({ changed_at: longAgo })
    .where('response_id', '=', amal.responseId)
    .execute();
  await town.db
    .updateTable('answer_event')
    .set({ recorded_at: longAgo })
    .where('response_id', '=', amal.responseId)
    .execute();
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/code`);
  await page.getByRole('textbox').fill(amal.code);
  await page.getByRole('button', { name: survey.enter.open }).click();
  await page.waitForURL('**/ar/check');
  await page.goto(`${town.url}/ar/`);
  await page.getByRole('heading', { name: mine.still.question }).waitFor();
  await fits(page);
  await page.getByRole('button', { name: mine.still.yes }).click();
  await page.getByText(mine.still.thanks).waitFor();
  const asked = page.waitForResponse((response) => response.url().endsWith('/confirmation'));
  await page.goto(`${town.url}/ar/my-data`);
  await page.getByText(mine.lead).waitFor();
  expect(await (await asked).json()).toEqual({ asked: false });
  expect(await page.getByText(mine.still.question).count()).toBe(0);
  await page.context().close();
});
