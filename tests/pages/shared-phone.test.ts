import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { accessibilityFaults, openProfile, weather } from './browser.ts';
import { textsOf } from './people.ts';
import { storiesInTown, type Town } from './town.ts';

const { survey, common, phone } = textsOf('ar');
const { questions } = survey;
/** A name that stands nowhere else. */
const name = 'Amalqudra Hettzwölf';

const test = storiesInTown();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kannwas-shared-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A browser with a profile of its own on the disk, and a page in it. */
async function openLibraryComputer(profile: string): Promise<Page> {
  const context = await openProfile(join(folder, profile), folder);
  // The rest of the world, of which there is nothing here.
  await context.route(`${weather}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Wetter</title><h1>Wetter</h1>' }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Which of these words stand anywhere in the files of a profile, in the ways in which browsers write text. */
async function foundIn(profile: string, words: readonly string[]): Promise<string[]> {
  const files = await readdir(join(folder, profile), { recursive: true, withFileTypes: true });
  const found = new Set<string>();
  for (const file of files.filter((each) => each.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const word of words) {
      // Chromium keeps what Latin-1 can write in one byte a letter.
      const ways = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(word, 'latin1')];
      if (ways.some((way) => bytes.includes(way))) found.add(word);
    }
  }
  return [...found];
}

const goOn = (page: Page) => page.getByRole('button', { name: common.continue }).click();
const heading = (page: Page, text: string) => page.getByRole('heading', { name: text }).first().waitFor();

/** Begins on a phone that others use too, and goes as far as the question for the name. */
async function beginShared(town: Town, page: Page): Promise<void> {
  await page.goto(`${town.url}/ar/`);
  await page.getByRole('radio', { name: survey.device.shared }).check();
  await page.getByText(survey.device.sharedHint).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: survey.welcome.begin }).click();
  await page.getByText(questions.accompaniment.options.alone).click();
  await goOn(page);
  await heading(page, questions.listeningLanguages.label);
  await page.getByRole('checkbox', { name: 'العربية', exact: true }).check();
  await goOn(page);
  await heading(page, survey.pages.consent.heading);
  for (const group of await page.locator('main form fieldset').all())
    await group.getByRole('radio', { name: common.yes, exact: true }).check();
  await goOn(page);
  await page.getByText(questions.howMuch.options.full).click();
  await goOn(page);
  await heading(page, questions.callName.label);
}

test('on a shared phone nobody finds a trace, not even on the disk; only the code brings unsent answers back', async ({
  town,
}) => {
  const page = await openLibraryComputer('shared');
  await page.clock.install();
  await beginShared(town, page);
  await page.getByText(survey.state.received).waitFor();

  // Without a network the name waits on this phone.
  await page.context().setOffline(true);
  await page.locator('main input[type=text]').fill(name);
  await goOn(page);
  await heading(page, questions.birthYear.label);
  await page.getByText(survey.state.waiting_one).waitFor();
  expect(page.url()).toBe(`${town.url}/ar/`);
  expect(await page.title()).toBe('Kannwas');
  await page.goBack();
  await heading(page, questions.callName.label);
  await page.goForward();
  await heading(page, questions.birthYear.label);
  await page.getByRole('link', { name: common.myCode }).click();
  const shown = (await page.getByText(/^(\d{4} ){4}\d{4}$/).textContent()) ?? '';
  const code = shown.replace(/ /g, '');

  // She goes away without a word. There is a warning, and who is there may stay.
  await page.clock.runFor(1_000);
  await page.clock.fastForward('04:05');
  const warning = page.getByRole('alertdialog', { name: phone.idle.heading });
  await warning.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await warning.getByRole('button', { name: phone.idle.stay }).click();
  await warning.waitFor({ state: 'hidden' });
  await page.getByText(shown).waitFor();
  await page.clock.fastForward('04:05');
  await warning.waitFor();
  await page.clock.fastForward('01:05');
  await page.getByRole('link', { name: survey.welcome.begin }).waitFor();
  expect(await page.getByText(shown).count()).toBe(0);
  await page.context().close();
  expect(await foundIn('shared', [name, code, shown])).toEqual([]);

  // Days later she comes back with her code; what was not sent is there, and arrives once.
  const later = await openLibraryComputer('shared');
  await later.goto(`${town.url}/ar/code`);
  await later.getByRole('textbox').fill(code);
  await later.getByRole('button', { name: survey.enter.open }).click();
  await heading(later, questions.birthYear.label);
  await later.getByText(survey.state.received).waitFor();
  const events = await town.db
    .selectFrom('answer_event')
    .select('value')
    .where('question', '=', 'callName')
    .execute();
  expect(events).toEqual([{ value: name }]);

  // The quick way out, and neither "back" nor "forward" leads in again.
  await later.getByRole('link', { name: common.leave }).click();
  await later.waitForURL(weather);
  await later.goBack().catch(() => undefined);
  expect(later.url()).not.toContain(town.url);
  for (let step = 0; step < 2; step += 1) {
    await later.goForward({ timeout: 5_000 }).catch(() => undefined);
    await later.waitForURL((url) => !url.href.startsWith(town.url));
  }
  await later.context().close();
  expect(await foundIn('shared', [name, code, shown])).toEqual([]);
});

test('the disk of a phone of one’s own does hold the name: the search finds what is there', async ({
  town,
}) => {
  const page = await openLibraryComputer('own');
  await page.goto(`${town.url}/ar/q/call-name`);
  await page.locator('main input[type=text]').fill(name);
  await goOn(page);
  await heading(page, questions.birthYear.label);
  await page.context().close();
  expect(await foundIn('own', [name])).toEqual([name]);
});
