import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityFaults, openPhone } from './browser.ts';
import { makeNewVersion } from './new-version.ts';
import { answerPage, pageOf, textsOf } from './people.ts';
import { storiesInTown, type Town } from './town.ts';

const { survey, common, phone, steps } = textsOf('ar');

const test = storiesInTown();

const received = (page: Page) => page.getByText(survey.state.received).waitFor();
const eventsOf = (town: Town, ...questions: string[]) =>
  town.db.selectFrom('answer_event').select(['id', 'question']).where('question', 'in', questions).execute();

/** Goes by way of the code to the page about this phone. */
async function openThisPhone(page: Page): Promise<void> {
  await page.getByRole('link', { name: common.myCode }).click();
  await page.getByRole('link', { name: survey.device.link }).click();
  await page.getByRole('heading', { name: phone.offline.heading }).waitFor();
}

/** Keeps the survey on this phone, unless it is there already. */
async function keepSurvey(page: Page): Promise<void> {
  await openThisPhone(page);
  const here = page.getByText(phone.offline.here);
  const keep = page.getByRole('button', { name: phone.offline.keep });
  await here.or(keep).first().waitFor();
  if (await keep.isVisible()) await keep.click();
  await here.waitFor();
}

/** Saves everything in a locked file; returns where it is and the words that open it. */
async function takeAlong(page: Page): Promise<{ path: string; words: string[] }> {
  await openThisPhone(page);
  await page.getByRole('link', { name: phone.take.make }).click();
  await page.getByRole('heading', { name: phone.take.words }).waitFor();
  const words = await page.getByRole('list').locator('li:has(svg) > span').allTextContents();
  expect(words).toHaveLength(8);
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: phone.take.save }).click();
  const download = await loading;
  expect(download.suggestedFilename()).toMatch(/^kannwas-[\d-]{10}\.html$/);
  return { path: await download.path(), words };
}

async function bringBack(page: Page, path: string, words: readonly string[]): Promise<void> {
  await page.getByLabel(phone.file.choose).setInputFiles(path);
  await tapWords(page, words);
}

async function tapWords(page: Page, words: readonly string[]): Promise<void> {
  for (const word of words) await page.getByRole('button', { name: word, exact: true }).click();
  await page.getByRole('button', { name: phone.file.open }).click();
}

test('Amal answers without a network, takes a locked file to two other phones, and every answer arrives once', async ({
  town,
  browser,
}) => {
  const [page, second] = [await openPhone(browser), await openPhone(browser)];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const each of [page, second]) {
    await each.goto(`${town.url}/ar/`);
    await keepSurvey(each);
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  const more = page.getByRole('button', { name: phone.offline.more.split('{{')[0].trim() });
  expect(await more.textContent()).toMatch(/\d\.\d/);
  await more.click();
  await page.getByText(phone.offline.moreHere).waitFor();

  // The network is gone before the first answer; a new tab still opens the survey.
  await town.down();
  await page.context().setOffline(true);
  await page.goto(`${town.url}/ar/`);
  await page.getByRole('link', { name: survey.welcome.begin }).click();
  while (pageOf(page) !== 'experience-country') {
    await answerPage(page);
    if (pageOf(page) === 'school-rung') await page.reload();
  }
  const { path, words } = await takeAlong(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  // What comes next, with the German names that offices ask for.
  await page.goto(`${town.url}/ar/steps`);
  await page.getByRole('heading', { name: steps.heading }).waitFor();

  // On another phone, without a network there too: first with the words in another order.
  await second.context().setOffline(true);
  await second.goto(`${town.url}/ar/code`);
  await second.getByRole('link', { name: survey.enter.haveFile }).click();
  await bringBack(second, path, [...words.slice(1), words[0] === words[1] ? 'قمر' : (words[0] ?? '')]);
  await second.getByRole('alert').getByText(phone.file.wrong).waitFor();
  expect(await accessibilityFaults(second)).toEqual([]);
  // What was tapped is still there, to be compared and taken back.
  const undo = second.getByRole('button', { name: phone.file.undo });
  for (const _ of words) await undo.click();
  await tapWords(second, words);
  await second.waitForURL('**/q/experience-country');
  await answerPage(second);
  const again = await takeAlong(second);

  // Both phones find a network, and a third one opens the second file.
  await town.up();
  for (const each of [page, second]) {
    await each.context().setOffline(false);
    await each.goto(`${town.url}/ar/q/birth-year`);
    await received(each);
  }
  const third = await openPhone(browser);
  await third.goto(`${town.url}/ar/file`);
  await bringBack(third, again.path, again.words);
  await third.waitForURL((url) => !url.pathname.endsWith('/file'));
  await received(third);
  const events = await eventsOf(town, 'callName', 'birthYear', 'experienceCountry');
  expect(events.map(({ question }) => question).sort()).toEqual([
    'birthYear',
    'callName',
    'experienceCountry',
  ]);

  // The card leads back too: its code stands behind the "#" and is gone from the address at once.
  await third.getByRole('link', { name: common.myCode }).click();
  await third.getByRole('img', { name: survey.code.camera }).waitFor();
  const code = ((await third.getByText(/^(\d{4} ){4}\d{4}$/).textContent()) ?? '').replace(/ /g, '');
  const fourth = await openPhone(browser);
  await fourth.goto(`${town.url}/ar/code#${code}`);
  await fourth.getByRole('button', { name: survey.enter.open }).waitFor();
  expect(fourth.url()).toBe(`${town.url}/ar/code`);
  await fourth.getByRole('button', { name: survey.enter.open }).click();
  await fourth.waitForURL((url) => !url.pathname.endsWith('/code'));
  await received(fourth);
  expect(complaints).toEqual([]);
});

test('what is fetched behind a page may fail, and what is being said there stays', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/q/accompaniment`);
  // The phone believes in its network, and yet nothing more comes through.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.getByText(survey.questions.accompaniment.options.helper).click();
  // Longer than the page waits before it fetches the last of what it needs.
  await page.waitForTimeout(6_500);
  expect(await page.locator('#accompaniment input:checked').getAttribute('value')).toBe('helper');
  await page.context().close();
});

test('a new version of the survey costs nobody an answer or a page, and what it no longer asks is kept and said', async ({
  town,
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-version-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const page = await openPhone(browser);
  await page.goto(`${town.url}/ar/`);
  await keepSurvey(page);
  await page.goto(`${town.url}/ar/q/accompaniment`);
  while (pageOf(page) !== 'call-name') await answerPage(page);
  await received(page);
  const heading = survey.welcome.goOnHeading;
  await makeNewVersion(folder, [heading, `${heading} ٢`]);
  await town.down();
  await town.up(folder);

  // The old page finds all its parts, though the server has none of them any more.
  await answerPage(page);
  await openThisPhone(page);
  await page.getByRole('link', { name: phone.take.make }).click();
  await page.getByRole('heading', { name: phone.take.words }).waitFor();
  await page.goto(`${town.url}/ar/q/birth-year`);
  await answerPage(page);
  await received(page);

  // A part that it never had leads to the new version, to the same page.
  await page.locator('summary').first().click();
  await page.getByRole('link', { name: 'Türkçe' }).click();
  await page.waitForURL('**/tr/q/gender');
  await page.getByRole('heading', { name: textsOf('tr').survey.questions.gender.label }).waitFor();
  await page.getByText(textsOf('tr').survey.state.received).waitFor();

  // Between two pages the new version takes the place of the old one.
  await expect.poll(() => goAndLook(town, page), { timeout: 60_000, interval: 2_000 }).toBe(`${heading} ٢`);

  // A queue of the version before: an answer in an older form, and one to a question that is not asked any more.
  await page.goto(`${town.url}/ar/q/district`);
  await page.getByRole('heading', { name: survey.questions.district.label }).waitFor();
  const { length: before } = await eventsOf(town, 'arrivalYear');
  await page.evaluate(leaveOldQueue);
  await page.reload();
  await page.getByText(survey.state.gone_one).waitFor();
  expect(await eventsOf(town, 'arrivalYear')).toHaveLength(before + 1);
  await page.reload();
  await page.getByText(survey.state.gone_one).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

/** Opens the welcome, whose heading tells the version, and walks on and back. */
async function goAndLook(town: Town, page: Page): Promise<string | null> {
  await page.goto(`${town.url}/ar/`);
  // Longer than the page waits before it thinks of new versions.
  await page.waitForTimeout(6_000);
  await page.getByRole('link', { name: survey.welcome.haveCode }).click();
  await page.waitForTimeout(1_000);
  await page.goto(`${town.url}/ar/`);
  return page.getByRole('heading', { level: 1 }).textContent();
}

/** Puts into the queue of this phone what an older version of the program could have left there. */
async function leaveOldQueue(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('kannwas');
    request.onsuccess = () => resolve(request.result);
  });
  const events = db.transaction('events', 'readwrite').objectStore('events');
  await new Promise<void>((resolve) => {
    const all = events.getAll();
    all.onsuccess = () => {
      const { settles: _, ...last } = all.result.at(-1);
      const old = { ...last, baseId: null, state: 'waiting' };
      // Ids beside the last one, and never that one itself.
      const idBeside = (steps: number) =>
        last.id.slice(0, -1) + ((Number.parseInt(last.id.at(-1), 16) + steps) % 16).toString(16);
      events.put({ ...old, id: idBeside(1), question: 'arrivalYear', value: { year: 2022, about: true } });
      events.put({ ...old, id: idBeside(2), question: 'favouriteTool', value: 'hammer' }).onsuccess = () =>
        resolve();
    };
  });
  db.close();
}
