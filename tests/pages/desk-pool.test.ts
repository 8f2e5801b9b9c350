import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { hire } from '../support/people.ts';
import { townLimits } from '../support/town.ts';
import { accessibilityFaults, cheapPhone, openBrowser } from './browser.ts';
import { sitDown } from './desk.ts';
import { answer, numberOf, settle } from './desk-crowd.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true, limits: townLimits });
  await hire(running, 'dmitri', 'ines');
  await settle(running);
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

const openPool = (question = '') => sitDown(browser, running.url, 'dmitri', `hettstedt/pool${question}`);

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const here = await page.evaluate(() => {
      const active = document.activeElement;
      return `${active?.textContent} ${active?.getAttribute('aria-label') ?? ''}`;
    });
    if (name.test(here)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

test('with the keyboard alone, Dmitri looks for cooks by an everyday word and reads a plain sentence', async () => {
  const page = await openPool();
  await numberOf(page);
  await tabTo(page, /Beruf: alle Berufe/);
  await page.keyboard.press('Enter');
  await page.getByRole('tree').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.type('koch');
  await page.getByText('Berufe passen').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await tabTo(page, /Deutsch$/);
  await page.keyboard.type('mindestens B1');
  await tabTo(page, /Bereit für$/);
  await page.keyboard.type('bereit für Arbeit');
  await page.getByText('Noch nicht gefragt.').waitFor();
  await tabTo(page, /^Fragen/);
  await page.keyboard.press('Enter');

  await page
    .getByRole('heading', { name: 'Köchin / Koch · Deutsch mindestens B1 · bereit für Arbeit' })
    .waitFor();
  // Noise, and three facts in ten that were exchanged between people.
  expect(Math.abs((await numberOf(page)) - 120)).toBeLessThanOrEqual(30);
  expect(await answer(page).textContent()).toMatch(/^Etwa \d+ Menschen, bereit für Arbeit$/);
  await page.getByText(/Etwa \d+ mit Deutsch mindestens A2 sind bereit für einen Kurs/).waitFor();
  expect(page.url()).toMatch(/occupation=5120/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('in the tree, arrows open and close, and a whole group can be chosen', async () => {
  const page = await openPool();
  await page.getByRole('button', { name: /^Beruf:/ }).click();
  await page.getByRole('treeitem', { name: 'Handwerk' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('treeitem', { name: 'Rohbau' }).count()).toBe(1);
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('treeitem', { name: 'Rohbau' }).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Beruf: Bau und Ausbau' }).waitFor();
  await page.getByRole('button', { name: 'Fragen' }).click();
  await page.getByRole('heading', { name: 'Bau und Ausbau' }).waitFor();
  expect(Math.abs((await numberOf(page)) - 650)).toBeLessThanOrEqual(12);
  await page.context().close();
});

test('the fifth detail is not offered, and its list says why', async () => {
  const page = await openPool('?occupation=71&german=A2&availability=work&by=place');
  await numberOf(page);
  await page.getByText('Vier Angaben sind in Gebrauch').waitFor();
  const licence = page.getByLabel('Führerschein', { exact: true });
  expect(await licence.locator('option').allTextContents()).toEqual([
    'beliebig',
    'höchstens vier Angaben zugleich',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${running.url}/desk/hettstedt/pool?gender=female&place=15087220`);
  await page.getByRole('status').filter({ hasText: 'Geschlecht und Alter verraten viel' }).waitFor();
  await page.getByRole('button', { name: 'Fragen' }).focus();
  await page.keyboard.press('Enter');
  expect(await answer(page).count()).toBe(0);
  await page.context().close();
});

test('where too few fit, broader questions with an answer stand beside it', async () => {
  const page = await openPool('?occupation=5120&place=15087220&experience=under-3');
  await page.getByText('Zu wenige').waitFor();
  expect(await page.getByText('ob jemand darunter ist, bleibt offen').count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Köchin / Koch · Hettstedt', exact: true }).click();
  await page.getByRole('heading', { name: 'Köchin / Koch · Hettstedt', exact: true }).waitFor();
  expect(Math.abs((await numberOf(page)) - 180)).toBeLessThanOrEqual(12);
  await page.context().close();
});

test('spread by two things the answer is a table with margins, a chart, and a sentence of the same numbers', async () => {
  const page = await openPool('?by=occupation,place');
  const table = page.getByRole('table', { name: 'Aufteilung: Beruf und Gebiet' });
  await table.waitFor();
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    expect.stringContaining('Beruf'),
    expect.stringContaining('Alle'),
    expect.stringContaining('Hettstedt'),
    expect.stringContaining('Lutherstadt Eisleben'),
  ]);
  await page
    .getByText(/^Am meisten: Bau und Ausbau · Hettstedt \(etwa \d+\)\..*Summen müssen nicht/)
    .waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Diagramm' }).click();
  await page.getByRole('figure', { name: 'Aufteilung: Beruf und Gebiet' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('the address carries the question to a colleague, who sees the same number and downloads it', async () => {
  const page = await openPool('?occupation=71');
  const seen = await numberOf(page);
  const ines = await sitDown(browser, running.url, 'ines', 'hettstedt/pool?occupation=71');
  expect(await numberOf(ines)).toBe(seen);
  const [file] = await Promise.all([
    ines.waitForEvent('download'),
    ines.getByRole('link', { name: 'CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(new RegExp(`\\b${seen}\\b`));
  await Promise.all([page.context().close(), ines.context().close()]);
});

test('on a phone the page is no wider than the phone', async () => {
  const page = await sitDown(browser, running.url, 'ines', 'hettstedt/pool?by=occupation,place');
  await page.setViewportSize(cheapPhone);
  await page.getByRole('table').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(cheapPhone.width);
  await page.context().close();
});
