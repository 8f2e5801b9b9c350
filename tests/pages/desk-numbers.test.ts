import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { hire } from '../support/people.ts';
import { bricklayer, handIn, townLimits } from '../support/town.ts';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { sitDown } from './desk.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true, limits: townLimits });
  await hire(running, 'dmitri', 'ines', 'olu');
  await handIn(running.url, 60, bricklayer);
  await handIn(running.url, 3, { ...bricklayer, experienceOccupation: '2221' });
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

test('before anything is published, Dmitri reads when numbers will come', async () => {
  const page = await sitDown(browser, running.url, 'dmitri');
  await page.getByRole('heading', { name: 'Noch ist nichts veröffentlicht' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('Ines types in who is registered and publishes; then she sees coverage and the gap', async () => {
  const page = await sitDown(browser, running.url, 'ines', 'hettstedt/registered');
  await page.getByLabel('Gemeldet in Hettstedt').fill('viele');
  await page.getByRole('button', { name: 'Alles speichern' }).click();
  await page.getByText('Bitte eine ganze Zahl').waitFor();
  expect(await page.getByLabel('Gemeldet in Hettstedt').inputValue()).toBe('viele');
  for (const [district, number] of [
    ['Hettstedt', '200'],
    ['Lutherstadt Eisleben', '100'],
    ['Sangerhausen', '0'],
  ]) {
    await page.getByLabel(`Gemeldet in ${district}`).fill(String(number));
    await page.getByLabel(`Stand vom, ${district}`).fill('2026-10-31');
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Alles speichern' }).click();
  await page.getByText('3 Gebiete gespeichert.').waitFor();

  await page.getByRole('link', { name: 'Bedarf', exact: true }).click();
  await page.getByText('Noch ist kein Bedarf eingetragen.').waitFor();
  await page.getByRole('button', { name: 'Bedarf festhalten' }).click();
  expect(await page.getByText('Das fehlt noch.').count()).toBeGreaterThan(2);
  await page.getByLabel('Beruf', { exact: true }).selectOption('22');
  await page.getByLabel('Gebiet', { exact: true }).selectOption('15087220');
  await page.getByLabel('Gesuchte Menschen').fill('15');
  await page.getByLabel('Deutsch', { exact: true }).selectOption('B1');
  await page.getByLabel('Woher die Angabe kommt').fill('Krankenhaus');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bedarf festhalten' }).click();
  await page.getByText('Festgehalten: 15 ×').waitFor();

  await page.getByRole('link', { name: 'Übersicht' }).click();
  await page.getByRole('button', { name: 'Neuen Stand veröffentlichen' }).click();
  await page.getByText('Stand Nr. 1 ist veröffentlicht.').waitFor();
  const coverage = page.getByRole('table', { name: 'Abdeckung nach Gebiet' });
  await coverage.waitFor();
  expect(await coverage.getByRole('row', { name: /^Hettstedt/ }).textContent()).toMatch(/200.*%/s);
  expect(await coverage.getByRole('row', { name: /^Sangerhausen/ }).textContent()).toContain('<10');
  const gaps = page.getByRole('table', { name: 'Angebot minus Bedarf' });
  expect(await gaps.getByRole('row').nth(1).textContent()).toContain('6 bis 15 fehlen');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: '<10' }).first().click();
  await page.getByRole('heading', { name: 'Warum „<10“?' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('Dmitri asks in a sentence, gets a number and "fewer than 10", and leaves his need', async () => {
  const page = await sitDown(browser, running.url, 'dmitri', 'hettstedt/pool?by=occupation');
  await page.locator('[role=status] strong').waitFor();
  const everybody = Number(await page.locator('[role=status] strong').textContent());
  expect(everybody % 5).toBe(0);
  expect(Math.abs(everybody - 63)).toBeLessThanOrEqual(12);
  await page.getByLabel('Auch Gruppen unter 10 zeigen').check();
  expect(await page.getByRole('button', { name: '<10' }).count()).toBeGreaterThan(5);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Diagramm' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('Beruf', { exact: true }).first().selectOption('22');
  await page.getByText('– vielleicht niemand').waitFor();
  expect(page.url()).toContain('occupation=22');
  await page.getByRole('link', { name: 'Diesen Bedarf hinterlassen' }).click();
  await page.getByRole('heading', { name: 'Bedarf eintragen' }).waitFor();
  expect(await page.getByLabel('Beruf', { exact: true }).inputValue()).toBe('22');
  await page.getByLabel('Gebiet', { exact: true }).selectOption('15087220');
  await page.getByLabel('Deutsch', { exact: true }).selectOption('A2');
  await page.getByLabel('Gesuchte Menschen').fill('2');
  await page.getByLabel('Woher die Angabe kommt').fill('Fleischerei Dmitri');
  await page.getByRole('button', { name: 'Bedarf festhalten' }).click();
  const list = page.getByRole('table', { name: 'Bedarfszeilen' });
  await list.getByText('Fleischerei Dmitri').waitFor();
  expect(await list.getByText('Krankenhaus').count()).toBe(0);

  await list.getByRole('button', { name: 'Entfernen' }).click();
  await page.getByText('ist entfernt.').waitFor();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await list.getByText('Fleischerei Dmitri').waitFor();
  await page.context().close();
});

test('Olu sees publishing and nothing else', async () => {
  const page = await sitDown(browser, running.url, 'olu', 'hettstedt');
  await page.getByRole('heading', { name: 'Veröffentlichen', exact: true }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Veröffentlichen']);
  await page.goto(`${running.url}/desk/hettstedt/caseload`);
  await page.getByText('Diese Seite gehört nicht zu Ihrer Aufgabe').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
