import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { languagesEndpoints } from '@kannwas/schema/languages';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { request } from '../support/newcomers.ts';
import { hire, signIn } from '../support/people.ts';
import { wav } from '../support/sound.ts';
import { accessibilityFaults, openBrowser, openPhone } from './browser.ts';
import { textsOf } from './people.ts';

const { survey, fields } = textsOf('ar');
const { label, options } = survey.questions.gender;
const key = 'survey.questions.gender';
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/sound/${name}`, import.meta.url)));

let running: Running;
let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  running = await startApp({ pages: true });
  await hire(running, 'ines');
  ({ browser, close: closeBrowser } = await openBrowser());
  const session = await signIn(running.url, 'ines');
  const clips: [string, Uint8Array][] = [
    [`${key}.label`, fixture('tone.ogg')],
    [`${key}.options.female`, fixture('tone.webm')],
    [`${key}.options.male`, wav(30)],
  ];
  for (const [textKey, body] of clips) {
    const params = { siteId: 'hettstedt', language: 'ar', textKey } as const;
    await request(running.url, languagesEndpoints.uploadClip, { params, body }, session);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const sent = { params: { ...params, sha256 } };
    expect((await request(running.url, languagesEndpoints.publishClip, sent, session)).status).toBe(200);
  }
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

type Voice = { lang: string; localService: boolean };
type Listening = { said: string[]; hushed: number; events: string[]; arrive: (voices: Voice[]) => void };

/** Gives the phone these voices, and writes down what they and the clips do. What is said lasts until it is hushed. */
async function listenTo(page: Page, voices: Voice[]): Promise<void> {
  await page.addInitScript((first) => {
    let present = first;
    let current: { onend?: () => void } | undefined;
    const target = new EventTarget();
    const listening: Listening = {
      said: [],
      hushed: 0,
      events: [],
      arrive: (late) => {
        present = late;
        target.dispatchEvent(new Event('voiceschanged'));
      },
    };
    const speech = Object.assign(target, {
      getVoices: () => present,
      speak: (utterance: { text: string; lang: string; onend?: () => void }) => {
        current = utterance;
        listening.said.push(`${utterance.lang}: ${utterance.text}`);
      },
      cancel: () => {
        listening.hushed += 1;
        current?.onend?.();
      },
    });
    class Utterance {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const Native = window.Audio;
    function Heard() {
      const audio = new Native();
      for (const name of ['playing', 'pause', 'ended', 'error']) {
        audio.addEventListener(name, () => listening.events.push(name));
      }
      return audio;
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, Audio: Heard, listening });
  }, voices);
}

const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

const listening = (page: Page) =>
  page.evaluate(() => {
    const { said, hushed, events } = (window as unknown as { listening: Listening }).listening;
    return { said, hushed, events };
  });

/** A voice that the phone did not name at first. */
const arrive = (page: Page) =>
  page.evaluate(() => {
    const arabic = { lang: 'ar_SA', localService: true };
    (window as unknown as { listening: Listening }).listening.arrive([arabic]);
  });

const reads = (page: Page, text: string) =>
  page.getByRole('button', { name: survey.sound.read.replace('{{text}}', text), exact: true });
const open = async (page: Page, site: string, path = 'ar/q/gender') => {
  const list = page.waitForResponse('**/sound/*');
  await page.goto(`${running.url}/${path}?site=${site}`);
  await list;
};
const happened = (page: Page, name: string, times = 1) =>
  soon(async () => (await listening(page)).events.filter((event) => event === name).length).toBe(times);

test('where the site has no clip and the phone no voice of its own, there is no button that does nothing', async () => {
  const page = await openPhone(browser);
  await listenTo(page, [
    { lang: 'de-DE', localService: true },
    { lang: 'ar-EG', localService: false },
  ]);
  await open(page, 'elsewhere');
  await page.getByRole('radio').first().waitFor();
  expect(await page.locator('main button[data-sound]').count()).toBe(0);
  await page.context().close();
});

test('the voice of the phone reads question and options, also when it comes late, and chooses nothing', async () => {
  const page = await openPhone(browser);
  await listenTo(page, []);
  await open(page, 'elsewhere');
  expect(await reads(page, label).count()).toBe(0);
  await arrive(page);
  await reads(page, label).click();
  await reads(page, options.female).click();
  const said = [`ar_SA: ${label}`, `ar_SA: ${options.female}`];
  await soon(async () => (await listening(page)).said).toEqual(said);
  // Only one at a time, and the second press stops.
  await soon(() => page.locator('main button[data-sound=on]').count()).toBe(1);
  await page.getByRole('button', { name: survey.sound.stop, exact: true }).click();
  await soon(() => page.locator('main button[data-sound=on]').count()).toBe(0);
  expect((await listening(page)).hushed).toBe(2);
  expect(await page.locator('input:checked').count()).toBe(0);

  for (const button of await page.locator('main button[data-sound]').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // So it does where the options are pictures to open, and where one of them is that there is no other.
  await open(page, 'elsewhere', 'ar/q/experience-occupation');
  await arrive(page);
  await reads(page, fields.kitchen).click();
  await page.getByRole('group', { name: survey.form.fields }).waitFor();
  await open(page, 'elsewhere', 'ar/q/other-languages');
  await arrive(page);
  await reads(page, survey.form.noOtherLanguages).click();
  await soon(async () => (await listening(page)).said).toEqual([`ar_SA: ${survey.form.noOtherLanguages}`]);
  await page.context().close();
});

test('a clip of the site goes before the voice, is heard to its end, and again without a network', async () => {
  const page = await openPhone(browser);
  await listenTo(page, []);
  await open(page, 'hettstedt');
  await reads(page, label).waitFor();
  await arrive(page);
  await reads(page, label).click();
  await happened(page, 'ended');
  await soon(() => page.locator('main button[data-sound=on]').count()).toBe(0);
  // Whoever listened once has the others on the phone as well.
  await soon(() =>
    page.evaluate(async () => (await (await caches.open('kannwas-sound')).keys()).length),
  ).toBe(4);
  await page.context().setOffline(true);
  await reads(page, options.female).focus();
  await page.keyboard.press('Enter');
  await happened(page, 'ended', 2);
  const { said, events } = await listening(page);
  expect(said).toEqual([]);
  expect(events).not.toContain('error');
  // What has no clip is read by the voice.
  await reads(page, options.diverse).click();
  await soon(async () => (await listening(page)).said).toEqual([`ar_SA: ${options.diverse}`]);
  await page.context().close();
});

test('whoever goes on to the next page hears nothing of the one before', async () => {
  const page = await openPhone(browser);
  await listenTo(page, []);
  await open(page, 'hettstedt');
  await reads(page, options.male).click();
  await happened(page, 'playing');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: textsOf('ar').common.continue }).click();
  await page.waitForURL('**/district');
  await happened(page, 'pause');
  expect((await listening(page)).events).not.toContain('ended');
  await page.context().close();
});
