import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { hire } from '../support/people.ts';
import { wav } from '../support/sound.ts';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { sitDown } from './desk.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true });
  await hire(running, 'ines', 'dmitri');
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

const tone = fileURLToPath(new URL('../fixtures/sound/tone.ogg', import.meta.url));
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'audio/mpeg',
  buffer: Buffer.from(bytes),
});

test('Ines finds what has no recording yet, uploads one, hears it, and publishes it', async () => {
  const page = await sitDown(browser, running.url, 'ines', 'hettstedt/sound');
  await page.getByText('In dieser Sprache gibt es noch keine Aufnahme.').waitFor();
  expect(await page.getByLabel('Sprache', { exact: true }).inputValue()).toBe('en');
  await page.getByLabel('Sprache', { exact: true }).selectOption('ar');
  await page.getByLabel('Zeigen', { exact: true }).selectOption('without');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('frau');
  const row = page.getByRole('row').filter({ hasText: 'survey.questions.gender.options.female' });
  await row.getByText('امرأة').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const input = row.getByLabel('Hochladen: Aufnahme von „Frau“');

  await input.setInputFiles(file('frau.mp3', new TextEncoder().encode('no sound at all')));
  await row.getByText('keine Aufnahme, die alle Telefone abspielen').waitFor();
  await input.setInputFiles(file('frau.wav', wav(100)));
  await row.getByText('größer als 500 kB').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await input.setInputFiles(tone);
  // It has a recording now and leaves the list of those without.
  await row.waitFor({ state: 'detached' });
  await page.getByLabel('Zeigen', { exact: true }).selectOption('draft');

  const publish = row.getByRole('button', { name: 'Veröffentlichen: „Frau“' });
  await row.getByText('Bitte bis zum Ende anhören').waitFor();
  expect(await publish.isDisabled()).toBe(true);
  await row.locator('audio').evaluate((audio: HTMLAudioElement) => audio.play());
  await expect.poll(() => publish.isDisabled(), { timeout: 20_000 }).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);
  await publish.click();
  await row.waitFor({ state: 'detached' });
  await page.getByLabel('Zeigen', { exact: true }).selectOption('published');
  await row.getByText('Veröffentlicht').waitFor();
  await page.getByText(/^1 von \d+ Texten/).waitFor();

  await page.reload();
  await row.getByRole('button', { name: 'Entfernen: Veröffentlicht von „Frau“' }).click();
  await page.getByText('Das lässt sich nicht zurücknehmen.').waitFor();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await row.getByRole('button', { name: 'Entfernen: Veröffentlicht von „Frau“' }).click();
  await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByText('In dieser Sprache gibt es noch keine Aufnahme.').waitFor();
  await page.context().close();
});

test('an employer has no way to the recordings', async () => {
  const page = await sitDown(browser, running.url, 'dmitri', 'hettstedt/sound');
  await page.getByText('Diese Seite gehört nicht zu Ihrer Aufgabe').waitFor();
  await page.context().close();
});
