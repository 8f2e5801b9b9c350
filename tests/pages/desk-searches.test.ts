import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, signIn } from '../support/people.ts';
import { ask, publish, townLimits } from '../support/town.ts';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { sitDown } from './desk.ts';
import { cleaner, numberOf, settle } from './desk-crowd.ts';

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

test('Dmitri keeps a search, reads in the next state that it changed, and forgets it', async () => {
  const page = await openPool('?occupation=9112');
  const before = await numberOf(page);
  await page.getByRole('button', { name: 'Suche merken' }).click();
  await page.getByLabel('Name der Suche').fill('Reinigung');
  await page.keyboard.press('Enter');
  await page.getByText('Gemerkt als „Reinigung“.').waitFor();
  const saved = page.getByRole('table', { name: 'Gemerkte Suchen' });
  await saved.getByText('erster Stand').waitFor();

  await moveIn(running.db, 40, cleaner);
  await publish(running.url, await signIn(running.url, 'ines'));
  await page.reload();
  await saved.getByText(`geändert, vorher ${before}`).waitFor();
  const history = page.getByRole('figure', { name: 'Menschen je Stand' });
  await history.waitFor();
  expect(await history.getByRole('listitem').count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);

  await saved.getByRole('button', { name: 'Vergessen: Reinigung' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abbrechen' }).click();
  expect(await saved.getByRole('link', { name: 'Reinigung' }).count()).toBe(1);
  await saved.getByRole('button', { name: 'Vergessen: Reinigung' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Vergessen' }).click();
  await page.getByText('Noch ist nichts gemerkt.').waitFor();
  await page.context().close();
});

test('what was asked before is found again and asked again for nothing', async () => {
  const page = await openPool('?occupation=71&german=A2');
  await numberOf(page);
  const dmitri = await signIn(running.url, 'dmitri');
  const before = await page.getByText(/^Heute \d+ von 60/).textContent();
  await page.locator('summary').click();
  await page.getByLabel('In früheren Fragen suchen').fill('bau und ausbau · deutsch');
  await page.getByRole('link', { name: 'Bau und Ausbau · Deutsch mindestens A2', exact: true }).click();
  await numberOf(page);
  expect(await page.getByText(/^Heute \d+ von 60/).textContent()).toBe(before);
  expect((await ask(running.url, dmitri, 'occupation=71&german=A2')).status).toBe(200);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('before the questions of a day run out Dmitri is told; after that, his question stays where it is', async () => {
  const dmitri = await signIn(running.url, 'dmitri');
  const page = await openPool();
  const questions = ['71', '51', '91', '9', '7', '5'].flatMap((occupation) =>
    ['A1', 'A2', 'B1', 'B2'].flatMap((german) =>
      ['work', 'course', 'training'].map(
        (ready) => `occupation=${occupation}&german=${german}&availability=${ready}`,
      ),
    ),
  );
  let asked = 0;
  const askUntil = async (used: number) => {
    for (; asked < questions.length; asked += 1) {
      const { today } = bodyOf(
        poolEndpoints.budget,
        await request(running.url, poolEndpoints.budget, { params: { siteId: 'hettstedt' } }, dmitri),
      );
      if (today.used >= used) return;
      await ask(running.url, dmitri, questions[asked]);
    }
  };
  await askUntil(50);
  await page.reload();
  await page.getByText('Heute sind noch 10 neue Fragen möglich.').waitFor();
  await askUntil(60);
  await page.goto(`${running.url}/desk/hettstedt/pool?occupation=5120&education=academic`);
  await page.getByRole('heading', { name: 'Diese Frage ist zurzeit nicht möglich' }).waitFor();
  await page.getByText('Wieder möglich ab').waitFor();
  await page.getByRole('button', { name: 'Beruf: Köchin / Koch' }).waitFor();
  expect(await page.getByLabel('Abschluss', { exact: true }).inputValue()).toBe('academic');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
