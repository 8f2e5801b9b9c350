import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { hire, staff } from '../support/people.ts';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { openDesk, sitDown, typeSignIn } from './desk.ts';

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true });
  await hire(running, 'carla', 'dmitri', 'olu');
  ({ browser, close: closeBrowser } = await openBrowser());
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

test('a wrong password is told in one sentence, the e-mail stays, and too many tries are slowed down', async () => {
  const page = await openDesk(browser, `${running.url}/desk/`);
  await page.getByLabel('E-Mail').fill('cem@hettstedt.example');
  for (let tries = 0; tries < 30 && (await page.getByText('Zu viele Versuche.').count()) === 0; tries += 1) {
    await page.getByLabel('Passwort', { exact: true }).fill(`this is not it ${tries}`);
    const answered = page.waitForResponse('**/api/session');
    await page.keyboard.press('Enter');
    await answered;
    await page.getByRole('alert').waitFor();
    if (tries === 0) await page.getByText('E-Mail oder Passwort stimmt nicht.').waitFor();
    expect(await page.getByLabel('E-Mail').inputValue()).toBe('cem@hettstedt.example');
  }
  await page.getByText('Zu viele Versuche.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('signing in leads to where one wanted to go; signing out leaves nothing behind', async () => {
  const page = await sitDown(browser, running.url, 'carla', 'hettstedt/caseload?filter=open');
  await page.getByText('Kein Fall passt zu dieser Suche.').waitFor();
  expect(page.url()).toContain('filter=open');

  await page.reload();
  await page.getByText('Kein Fall passt zu dieser Suche.').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zum Inhalt springen');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByText('Sie sind abgemeldet.').waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.goBack();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await page.context().close();
});

test('the desk speaks English when asked, and remembers it', async () => {
  const page = await openDesk(browser, `${running.url}/desk/`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.context().close();
});

test('somebody with several sites chooses one', async () => {
  const page = await openDesk(browser, `${running.url}/desk/`);
  await typeSignIn(page, 'olu');
  await page.getByRole('heading', { name: 'Ort wählen' }).waitFor();
  await page.getByLabel('Ort suchen').fill('anders');
  expect(await page.getByRole('listitem').allInnerTexts()).toEqual(['Anderswo']);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Anderswo' }).click();
  await page.getByRole('heading', { name: 'Veröffentlichen', exact: true }).waitFor();
  expect(await page.getByText(staff.olu.name).count()).toBeGreaterThan(0);
  await page.context().close();
});

test('Dmitri gives his software access: the secret is shown once, answers questions, and ends when he says so', async () => {
  const page = await sitDown(browser, running.url, 'dmitri', 'hettstedt/tokens');
  await page.getByText('Noch gibt es keinen Zugang.').waitFor();
  await page.getByLabel('Gültig für Tage').fill('400');
  await page.getByRole('button', { name: 'Zugang anlegen' }).click();
  await page.getByText('Das fehlt noch.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Personalsoftware');
  await page.getByRole('button', { name: 'Zugang anlegen' }).click();
  await page.getByText('Das ist zu groß oder zu lang.').waitFor();
  expect(await page.getByLabel('Gültig für Tage').inputValue()).toBe('400');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Gültig für Tage').fill('30');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Der Zugang „Personalsoftware“ ist angelegt.' }).waitFor();
  const secret = await page.getByLabel('Geheimnis').inputValue();
  expect(await accessibilityFaults(page)).toEqual([]);
  const budget = () =>
    fetch(`${running.url}/api/sites/hettstedt/pool/budget`, {
      headers: { authorization: `Bearer ${secret}` },
    });
  expect((await budget()).status).toBe(200);
  await page.getByRole('button', { name: 'Ich habe es kopiert' }).click();
  expect(await page.getByText(secret).count()).toBe(0);
  await page.reload();
  const tokens = page.getByRole('table', { name: 'Gültige Zugänge' });
  await tokens.getByText('Personalsoftware').waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(await accessibilityFaults(page)).toEqual([]);

  await tokens.getByRole('button', { name: 'Beenden: Personalsoftware' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Beenden' }).click();
  await page.getByText('Noch gibt es keinen Zugang.').waitFor();
  expect((await budget()).status).toBe(401);
  await page.context().close();
});
