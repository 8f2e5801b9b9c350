import { demoNotice } from '@kannwas/api/demo/site';
import { saveNotice } from '@kannwas/api/sites/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { hire } from '../support/people.ts';
import { townLimits } from '../support/town.ts';
import { accessibilityFaults, openBrowser, openPhone } from './browser.ts';
import { sitDown } from './desk.ts';
import { textsOf } from './people.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;
const { survey, steps } = textsOf('ar');

beforeAll(async () => {
  running = await startApp({ pages: true, limits: townLimits });
  await hire(running, 'carla', 'ines', 'igor');
  await saveNotice(running.db, 'hettstedt', demoNotice);
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

/** Amal was a nurse, her certificate is at home, her German is everyday German, and she has children. */
async function amalTells(): Promise<Newcomer> {
  const amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  await amal.says('germanSpeaking', 'everyday');
  await amal.says('trainedAny', 'yes');
  await amal.says('trainingFor', '2221');
  await amal.says('trainingResult', 'with-paper');
  await amal.says('trainingDocument', 'at-home');
  await amal.says('childcareNeeded', 'yes');
  await amal.submit();
  return amal;
}

/** Ines writes down a course with its Arabic name; what is missing is said at its field first. */
async function inesEntersCourse(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Angebot eintragen' }).waitFor();
  await page.getByText('Noch ist kein Angebot eingetragen').waitFor();
  await page.getByRole('button', { name: 'Angebot speichern' }).click();
  expect(await page.getByText('Das fehlt noch').count()).toBe(2);
  await page.getByLabel('Wobei es hilft').selectOption('language-course');
  await page.getByLabel('B1', { exact: true }).check();
  const inGerman = page.getByRole('group', { name: 'Auf Deutsch' });
  await inGerman.getByLabel('Name').fill('Deutsch am Vormittag');
  await inGerman.getByLabel('Wann').fill('Montag bis Freitag, 9 Uhr');
  await page.getByRole('group', { name: 'Auf Arabisch' }).getByLabel('Name').fill('دورة صباحية');
  await page.getByLabel('Telefon').fill('03476 1234');
  await page.getByRole('button', { name: 'Angebot speichern' }).click();
  await page.getByText('„Deutsch am Vormittag“ ist gespeichert.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
}

test('Ines enters a course; Amal finds it among her next steps in Arabic, ticks without a network, and Carla sees the tick', async () => {
  const amal = await amalTells();
  const desk = await sitDown(browser, running.url, 'ines', 'hettstedt/offers');
  await inesEntersCourse(desk);

  const phone = await openPhone(browser);
  await phone.goto(`${running.url}/ar/code`);
  await phone.getByRole('textbox').fill(amal.code);
  await phone.getByRole('button', { name: survey.enter.open }).click();
  await phone.waitForURL('**/ar/check');
  await phone.goto(`${running.url}/ar/done`);
  await phone.getByRole('link', { name: survey.done.steps }).click();
  await phone.getByRole('heading', { name: steps.heading }).waitFor();
  const course = phone.getByRole('listitem').filter({ hasText: 'دورة صباحية' }).last();
  await course.getByText('Montag bis Freitag').waitFor({ state: 'detached' });
  await course.getByRole('link', { name: '03476 1234' }).waitFor();
  // What offices ask for stands in German, whatever the language of the page.
  expect(await phone.locator('bdi[lang=de]').allTextContents()).toContain('Pflegefachfrau / Pflegefachmann');
  await phone.getByText(steps.reasons.papersAway).waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await phone.context().setOffline(true);
  await phone.getByRole('checkbox', { name: steps.kinds.german.title }).check();
  await phone.getByText(survey.state.waiting_one).waitFor();
  await phone.context().setOffline(false);
  await phone.getByText(survey.state.received).waitFor();
  await phone.reload();
  expect(await phone.getByRole('checkbox', { name: steps.kinds.german.title }).isChecked()).toBe(true);

  await desk.getByRole('button', { name: 'Deutsch am Vormittag beenden' }).click();
  await desk.getByText('„Deutsch am Vormittag“ ist beendet.').waitFor();
  await phone.reload();
  await phone.getByRole('heading', { name: steps.heading }).waitFor();
  await phone.getByText(steps.noOffers).first().waitFor();
  expect(await phone.getByText('دورة صباحية').count()).toBe(0);
  await desk.getByRole('button', { name: 'Rückgängig' }).click();
  await desk.getByText('sehen „Deutsch am Vormittag“ wieder').waitFor();

  const interview = await sitDown(browser, running.url, 'carla', `hettstedt/caseload/${amal.responseId}`);
  const listed = interview.locator('#next-steps');
  await listed.getByText('Deutsch lernen (erledigt)').waitFor();
  await listed.getByText('Anerkennung: Pflegefachkraft', { exact: false }).waitFor();
  await listed.getByText('Deutsch am Vormittag', { exact: false }).waitFor();
  expect(await accessibilityFaults(interview)).toEqual([]);
});

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test.each(['de', 'ar', 'ti'] as const)(
  'in %s everybody can read what happens with the answers, who is responsible, and how accessible the pages are',
  async (language) => {
    const { trust } = textsOf(language);
    const page = await openPhone(browser, { viewport: { width: 320, height: 740 } });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${running.url}/${language}/?site=hettstedt`);
    await page.getByRole('link', { name: textsOf(language).survey.form.way }).click();
    await page.getByRole('img', { name: trust.answers.picture }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: trust.privacy.heading }).first().click();
    await page.getByText('Datenschutzbeauftragte der Stadt (erfunden)').waitFor();
    expect(await page.getByText(trust.privacy.unnamed).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: trust.accessibility.heading }).click();
    await page.getByText('27.11.2026').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const at of ['answers', 'privacy', 'accessibility'] as const) {
      await page.goto(`${running.url}/${language}/${at}?site=hettstedt`);
      await page.getByRole('heading', { level: 1, name: trust[at].heading }).waitFor();
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect([at, await width(page)]).toEqual([at, 320]);
    }
    expect(complaints).toEqual([]);
  },
);

test('a town that has named nobody sends newcomers to the advice team, and tells its coordinator what is missing', async () => {
  const { trust } = textsOf('uk');
  const page = await openPhone(browser);
  await page.goto(`${running.url}/uk/privacy`);
  await page.getByRole('button', { name: 'Anderswo' }).click();
  await page.getByText(trust.privacy.unnamed).first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const desk = await sitDown(browser, running.url, 'igor', 'elsewhere/notice');
  await desk.getByText('7 Angaben fehlen noch').waitFor();
  expect(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Datenschutz-Folgenabschätzung' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Datenschutz-Folgenabschätzung: Kannwas' }).waitFor();
  expect(await accessibilityFaults(desk)).toEqual([]);
});
