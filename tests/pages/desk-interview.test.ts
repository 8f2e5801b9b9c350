import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importLists } from '@kannwas/api/languages/esco/import';
import { escoSources } from '@kannwas/api/languages/esco/sources';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import type { Browser, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { occupations, relations, skills, zip, zipName } from '../support/esco.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { readPdf } from '../support/pdf.ts';
import { hire, signIn, staff } from '../support/people.ts';
import { townLimits, yes } from '../support/town.ts';
import { accessibilityFaults, openBrowser, openPhone } from './browser.ts';
import { openDesk, sitDown, typeSignIn } from './desk.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true, limits: townLimits });
  await hire(running, 'carla', 'cem');
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

/** Amal has told her name, what she cares for, and how many hours she could work. */
async function amalTells(): Promise<Newcomer> {
  const amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  await amal.says('callName', 'أمل');
  await amal.says('hours', 'part-time');
  await amal.says('consider', 'أعتني بأمي صباحًا.');
  return amal;
}

const openCase = async (page: Page, newcomer: Newcomer) => {
  await page.goto(`${running.url}/desk/hettstedt/caseload/${newcomer.responseId}`);
  await page.getByRole('heading', { name: 'Verfügbarkeit' }).waitFor();
};
const row = (page: Page, question: string) => page.locator(`#question-${question}`);

test('with the keyboard alone, Carla signs in, finds Amal, and completes an answer; the own words stay', async () => {
  await amalTells();
  const page = await openDesk(browser, `${running.url}/desk/`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await typeSignIn(page, 'carla');
  await page.getByRole('heading', { name: 'Fälle' }).waitFor();
  await page.getByRole('link', { name: 'أمل' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('أم');
  await page.getByText('1 Fall gezeigt').waitFor();
  while (!(await page.evaluate(() => document.activeElement?.closest('tbody'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Verfügbarkeit' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  await row(page, 'consider').getByRole('button', { name: 'Ergänzen' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Kann nur nachmittags, pflegt ihre Mutter.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await row(page, 'consider').getByText('Gespeichert.').waitFor();

  const text = await row(page, 'consider').textContent();
  expect(text).toContain('Kann nur nachmittags, pflegt ihre Mutter.');
  expect(text).toContain('Fallarbeit, Carla');
  expect(text).toContain('أعتني بأمي صباحًا.');
  const own = row(page, 'consider').locator('bdi', { hasText: 'أعتني' }).first();
  expect(await own.getAttribute('lang')).toBe('ar');
  expect(await own.getAttribute('dir')).toBe('rtl');
  await page.context().close();
});

test('both values of a conflict are shown until Carla decides; the decision can be read in the history', async () => {
  const amal = await amalTells();
  const cem = await signIn(running.url, 'cem');
  const event = {
    id: v7(),
    question: 'hours' as const,
    value: 'full-time',
    baseId: null,
    manner: 'case-worker' as const,
    language: 'de' as const,
    recordedAt: new Date().toISOString(),
  };
  await request(
    running.url,
    interviewsEndpoints.answer,
    { params: amal.params, body: { events: [event] } },
    cem,
  );

  const page = await sitDown(browser, running.url, 'carla');
  await openCase(page, amal);
  const hours = row(page, 'hours');
  expect(await hours.textContent()).toContain('Halbe Tage');
  expect(await hours.textContent()).toContain('Ganze Tage');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Alt+w');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Diese gilt');
  await hours.getByRole('button', { name: 'Diese gilt: Ganze Tage' }).click();
  await hours.getByText('Gespeichert.').waitFor();
  expect(await hours.getByText('3 Antworten bisher').count()).toBe(1);
  expect(await hours.getByText('widersprechen').count()).toBe(0);
  await page.context().close();
});

test('what Carla typed outlives a reload and the end of her session, and leaves with the case', async () => {
  const amal = await amalTells();
  const page = await sitDown(browser, running.url, 'carla');
  await openCase(page, amal);
  await row(page, 'arrivalYear').getByRole('button', { name: 'Antwort ergänzen' }).click();
  await page.keyboard.type('2022');
  await page.reload();
  await row(page, 'arrivalYear').getByText('noch nicht gespeichert').waitFor();

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Ihre Sitzung ist abgelaufen.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('Passwort', { exact: true }).fill(staff.carla.password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByRole('textbox', { name: 'In welchem Jahr' }).inputValue()).toBe('2022');

  await page.getByRole('link', { name: 'Zurück zu den Fällen' }).click();
  await page.getByRole('button', { name: 'Gehen und verwerfen' }).click();
  await page.getByRole('heading', { name: 'Fälle' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('2022');
  await page.context().close();
});

test('Carla prints the paper that Amal wants, and takes an answer back by one press; both events stay', async () => {
  const amal = await amalTells();
  await amal.says('consentResult', yes);
  const page = await sitDown(browser, running.url, 'carla');
  await openCase(page, amal);
  const hours = row(page, 'hours');
  await hours.getByRole('button', { name: 'Ergänzen' }).click();
  await page.getByLabel('Ganze Tage').check();
  await page.keyboard.press('Enter');
  await hours.getByRole('button', { name: 'Rückgängig' }).click();
  await hours.getByText('Rückgängig gemacht').waitFor();
  expect(await hours.getByText('3 Antworten bisher').count()).toBe(1);
  expect(await hours.locator('p').first().textContent()).toBe('Halbe Tage');

  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Alles, mit Namen' }).click(),
  ]);
  await page.getByText('Das Papier liegt bei Ihren Downloads.').waitFor();
  const { left, right } = await readPdf(await readFile(await paper.path()), true);
  expect(left).toContain('Halbe Tage');
  expect(right).toContain('خططي');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('what was imported from ESCO helps Amal to find her work, and Carla to ask about it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-esco-'));
  const english = await zip(folder, zipName('1.2.1', 'en'), {
    'occupations_en.csv': occupations([{ n: 1, group: '5120', label: 'grillardin' }], '1.2'),
    'skills_en.csv': skills([
      { n: 11, type: 'skill/competence', label: 'tend a fire' },
      { n: 12, type: 'knowledge', label: 'cuts of meat' },
    ]),
    'occupationSkillRelations_en.csv': relations([
      [1, 'essential', 11],
      [1, 'optional', 12],
    ]),
  });
  await importLists(running.opened, await escoSources([english]), {
    dryRun: false,
    onList: () => undefined,
    onProgress: () => undefined,
  });
  await rm(folder, { recursive: true });

  const phone = await openPhone(browser);
  await phone.goto(`${running.url}/en/q/experience-occupation?site=hettstedt`);
  await phone.getByRole('searchbox').fill('grillardin');
  await phone.getByText('ESCO classification of the European Commission').waitFor();
  await phone.getByRole('radio', { name: /^Cook/ }).check();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await phone.context().close();

  const amal = await amalTells();
  await amal.says('experienceOccupation', '5120');
  const page = await sitDown(browser, running.url, 'carla');
  await openCase(page, amal);
  const work = row(page, 'experienceOccupation');
  await work.locator('summary', { hasText: 'Fähigkeiten, die zu diesem Beruf gehören' }).click();
  await work.locator('[lang=en]', { hasText: 'tend a fire' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
