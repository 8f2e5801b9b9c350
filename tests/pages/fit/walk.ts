import { type Language, languages } from '@kannwas/schema/codes';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, enlarge, openPhone } from '../browser.ts';
import { textsOf } from '../people.ts';
import { answeredPlaces, everyPlace, ownPlaces } from './places.ts';
import { layRuler, type Place, type Ruler } from './ruler.ts';
import { tellEverything } from './tell.ts';

declare global {
  interface Window {
    ruler: Ruler;
  }
}

/** The narrowest phone; text has twice its size. */
const narrow = { width: 320, height: 640 };

type Wish = {
  url: string;
  language: Language;
  /** Axe looks at every page, not only at some. */
  closely: boolean;
};
export type Walked = {
  faults: string[];
  /** So many pages, or states of them, were measured. */
  measured: number;
  /** At so many of them axe has looked. */
  looked: number;
};

/** Walks through everything a newcomer can meet in one language: before anything is said, and with everything said. */
export async function walkEverywhere(browser: Browser, wish: Wish): Promise<Walked> {
  const phone = await takePhone(browser, wish);
  await beforeAnything(phone);
  await withEverything(phone);
  await phone.page.context().close();
  return phone.walked;
}

/** Opens an address of the survey on the narrowest phone, with text of twice the size and a ruler on it. */
export async function openNarrow(browser: Browser, address: string, language: Language): Promise<Page> {
  const { locale } = languages[language];
  const page = await openPhone(browser, { viewport: narrow, locale });
  await page.addInitScript(giveVoice, locale);
  await page.goto(address);
  await page.evaluate(layRuler, textsOf(language).common.opening);
  await enlarge(page, '200%');
  return page;
}

type Narrow = Awaited<ReturnType<typeof takePhone>>;

async function takePhone(browser: Browser, { url, language, closely }: Wish) {
  const { locale, dir } = languages[language];
  const page = await openNarrow(browser, `${url}/${language}/?site=hettstedt`, language);
  // The speakers come a moment later, and so do the typefaces.
  await page.locator('[data-sound]').first().waitFor();
  await page.waitForFunction(() => document.fonts.size > 0 && document.fonts.status === 'loaded');

  const walked: Walked = { faults: [], measured: 0, looked: 0 };
  const note = (where: string, faults: readonly string[]) =>
    walked.faults.push(...faults.map((fault) => `${language} ${where}: ${fault}`));
  const measure = async (where: string, within = '*') => {
    walked.measured += 1;
    const [marks, faults] = await page.evaluate((part) => {
      const { lang, dir } = document.documentElement;
      return [`${lang} ${dir}`, window.ruler.faults(part)] as const;
    }, within);
    note(where, marks === `${locale} ${dir}` ? faults : [`is marked as ${marks}`, ...faults]);
  };
  /** Measures, and lets axe look (on all pages, or on some only): at text of the usual size, which needs more contrast. */
  const look = async (where: string, always = false) => {
    await measure(where);
    if (!always && !closely) return;
    walked.looked += 1;
    await enlarge(page, '');
    note(where, await accessibilityFaults(page));
    await enlarge(page, '200%');
  };
  const visit = (place: Place) => page.evaluate((to) => window.ruler.visit(to), place);
  return { url, language, page, walked, measure, look, visit };
}

async function beforeAnything({ page, language, measure, look, visit }: Narrow): Promise<void> {
  const { survey } = textsOf(language);
  await look('welcome', true);
  await page.locator('header summary').first().click();
  await measure('languages', 'header details[open] ul');
  await page.locator('header summary').first().click();
  for (const at of ['site', 'lost'] as const) {
    await visit({ path: `/${language}/${at}`, heading: survey[at].heading });
    await look(at);
  }
  for (const [turn, place] of everyPlace(language).entries()) {
    await visit(place);
    // A list is shown when there is something on it.
    if (!place.ids) continue;
    await page.evaluate(() => window.ruler.object());
    await look(`${place.path}, objecting`, turn % 12 === 0);
    if (await page.evaluate(() => window.ruler.open())) await measure(`${place.path}, opened`);
  }
}

async function withEverything({ url, page, language, measure, look, visit }: Narrow): Promise<void> {
  const { survey } = textsOf(language);
  const { code, answers } = await tellEverything(url, language);
  const place = (at: string) => `/${language}/${at}`;
  await visit({ path: place('code'), heading: survey.enter.heading });
  await page.getByRole('button', { name: survey.enter.open }).click();
  await page.getByRole('alert').waitFor();
  await look('code, objecting');
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: survey.enter.open }).click();
  await page.getByRole('heading', { name: survey.check.heading }).waitFor();
  await page.getByRole('region', { name: survey.conflict.heading }).waitFor();
  await look('check', true);
  for (const answered of answeredPlaces(language, answers)) {
    await visit(answered);
    await (answered.ids ? measure(`${answered.path}, answered`) : look(answered.path));
  }
  await page.context().setOffline(true);
  await visit({ path: place('q/accompaniment'), ids: ['accompaniment'] });
  await page.locator('main input[type="radio"]:not(:checked)').first().check();
  await page.locator('main button[type="submit"]').click();
  await page.getByRole('button', { name: survey.state.sendNow }).waitFor();
  await measure('offline');
  await visit({ path: place('check'), heading: survey.check.heading });
  await page.getByRole('button', { name: survey.check.handIn }).click();
  await page.getByRole('heading', { name: survey.done.headingWaiting }).waitFor();
  await look('done, offline');
  await page.context().setOffline(false);
  await page.getByText(survey.done.receipt).waitFor();
  await look('done', true);
  for (const [at, heading] of ownPlaces(language)) {
    await visit({ path: place(at), heading });
    await look(at);
  }
  await visit({ path: place(''), heading: survey.welcome.goOnHeading });
  await page.getByRole('button', { name: survey.welcome.anew }).click();
  await page.getByRole('button', { name: survey.welcome.anewYes, exact: true }).waitFor();
  await look('welcome back');
}

/** Gives the phone a voice of its own for a language: speakers then stand beside everything that can be read. */
function giveVoice(lang: string): void {
  const speech = Object.assign(new EventTarget(), { getVoices: () => [{ lang, localService: true }] });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
}
