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
  // So few people are published as one place; below 500 no district stands alone.
  expect(await coverage.getByRole('row', { name: /^Ganzer Ort/ }).textContent()).toMatch(/300.*%/s);
  expect(await coverage.getByRole('row', { name: /^Hettstedt/ }).count()).toBe(0);
  const gaps = page.getByRole('table', { name: 'Angebot minus Bedarf' });
  const lack = await gaps.getByRole('row').nth(1).textContent();
  expect(lack).toContain('6 bis 15 fehlen');
  expect(lack).toContain('weniger als drei Betriebe');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: '<10' }).first().click();
  await page.getByRole('heading', { name: 'Warum „<10“?' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('Dmitri asks about nurses, reads why there is no number, and leaves his need', async () => {
  const page = await sitDown(browser, running.url, 'dmitri', 'hettstedt/pool?by=occupation');
  await page.locator('[role=status] strong').waitFor();
  const everybody = Number(await page.locator('[role=status] strong').textContent());
  expect(everybody % 5).toBe(0);
  expect(Math.abs(everybody - 63)).toBeLessThanOrEqual(12);
  // Nearly all are bricklayers: spread out, that would be known of each of them.
  await page.getByText('Fast alle gehören hier zur selben Gruppe.').waitFor();
  await page.getByLabel('Auch Zeilen zeigen, in denen alles unter 10 liegt').check();
  await page.getByRole('button', { name: '–' }).first().click();
  await page.getByRole('heading', { name: 'Warum „–“?' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${running.url}/desk/hettstedt/pool?occupation=2221&german=B1`);
  await page.getByText('für eine eigene Zahl – vielleicht niemand').waitFor();
  await page.getByRole('link', { name: 'Diesen Bedarf hinterlassen' }).click();
  await page.getByRole('heading', { name: 'Bedarf eintragen' }).waitFor();
  expect(await page.getByLabel('Beruf', { exact: true }).inputValue()).toBe('22');
  expect(await page.getByLabel('Deutsch', { exact: true }).inputValue()).toBe('B1');
  await page.getByLabel('Gebiet', { exact: true }).selectOption('15087220');
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

test('Olu sees publishing, what stands out, and nothing else', async () => {
  const page = await sitDown(browser, running.url, 'olu', 'hettstedt');
  await page.getByRole('heading', { name: 'Veröffentlichen', exact: true }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
    'Veröffentlichen',
    'Auffällige Fragen',
    'Vorlesen',
    'Datenschutz',
  ]);
  await page.getByRole('link', { name: 'Auffällige Fragen' }).click();
  await page.getByText('Nichts Auffälliges in diesem Stand.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto(`${running.url}/desk/hettstedt/caseload`);
  await page.getByText('Diese Seite gehört nicht zu Ihrer Aufgabe').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
