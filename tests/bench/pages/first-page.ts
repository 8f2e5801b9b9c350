import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { openEmbedded } from '@kannwas/api/db/open';
import { saveSite } from '@kannwas/api/sites/store';
import { buildWeb } from '@kannwas/api/tasks/web';
import { pages } from '@kannwas/schema/survey/pages';
import type { Browser } from 'playwright-core';
import { freePort, startServer } from '../../support/processes.ts';
import { alternate, limit, metric, type Shown } from '../rounds.ts';
import { cheapPhone, firstAnswer, firstPaint, launchBrowser, newTab, type Way } from './browser.ts';
import { filesOf, serveFiles } from './folder.ts';
import { plainPages } from './plain.ts';
import { buildSurveyJs } from './surveyjs/build.ts';
import { tapToPaint } from './taps.ts';

const rounds = 5;
const less = { unit: 'ms', better: 'less' } as const;

/** The list of languages and the welcome page against plain HTML, on the first and on the second visit. */
export async function firstPage(): Promise<Shown[]> {
  return withSurvey(async (browser, ours) => {
    await requireLinks(browser, ours);
    const plain = await serveFiles(plainPages());
    try {
      const run = (path: string) =>
        alternate(
          rounds,
          () => visitTwice(browser, ours + path),
          () => visitTwice(browser, plain.url + path),
        );
      const list = await run('/');
      const welcome = await run('/ar/');
      const reference = 'plain HTML';
      const about = { reference, target: 1.5, ...less };
      return [
        metric({ name: 'first-page', ...about }, pair(list, 0)),
        metric({ name: 'first-page-welcome', ...about }, pair(welcome, 0)),
        metric({ name: 'second-visit', ...about }, pair(welcome, 1)),
      ];
    } finally {
      await plain.close();
    }
  });
}

/** The first question until its answer is accepted, against SurveyJS with the same questions; then the same by way of the welcome page. */
export async function firstQuestion(): Promise<Shown[]> {
  return withSurvey(async (browser, ours, folder) => {
    await buildSurveyJs(join(folder, 'surveyjs'));
    const peer = await serveFiles(filesOf(join(folder, 'surveyjs')));
    try {
      const figures = await alternate(
        rounds,
        () => answerOnce(browser, `${ours}/ar/q/${pages[0].id}`, here),
        () => answerOnce(browser, `${peer.url}/`, there),
      );
      const welcome: number[] = [];
      for (let round = 0; round < rounds; round++)
        welcome.push((await answerOnce(browser, `${ours}/ar/`, here)).accepted);
      const of = (key: keyof (typeof figures.ours)[number]) => ({
        ours: figures.ours.map((round) => round[key]),
        theirs: figures.theirs.map((round) => round[key]),
      });
      const about = { reference: 'SurveyJS', target: 0.4, ...less };
      const scripts = { name: 'script-before-answer', unit: 'kB', reference: 'limit', target: 1 };
      return [
        metric({ name: 'first-question', ...about }, of('accepted')),
        metric({ name: 'first-question-visible', ...about }, of('visible')),
        // A page more than the peer has, which must be loaded and read first.
        metric({ name: 'welcome-to-question', ...about, target: 0.5 }, { ...of('accepted'), ours: welcome }),
        limit({ ...scripts, better: 'less' }, of('scripts').ours, 100),
      ];
    } finally {
      await peer.close();
    }
  });
}

/** Every further page from memory: from a tap to the picture after it, against plain HTML. */
export async function nextPages(): Promise<Shown[]> {
  return withSurvey(async (browser, ours) => {
    const plain = await serveFiles(plainPages());
    try {
      const declined = 'main form label:has(input[value="no-answer"], input[name$="-declined"])';
      const figures = await alternate(
        rounds,
        () =>
          tapToPaint(browser, `${ours}/ar/q/${pages[0].id}`, {
            answer: declined,
            next: 'main form button[type=submit]',
          }),
        () =>
          tapToPaint(browser, `${plain.url}/survey/#q0`, {
            answer: 'section:target p:last-of-type label',
            next: 'section:target a',
          }),
      );
      return [metric({ name: 'tap-to-paint', reference: 'plain HTML, p95', target: 2.5, ...less }, figures)];
    } finally {
      await plain.close();
    }
  });
}

// What an eager person taps: on our welcome page and under our first question; under the first question of SurveyJS.
const here: Way = {
  begin: 'main a[href*="/q/"]',
  option: 'main form input[type=radio]',
  next: 'main button[type=submit]',
};
const there: Way = { begin: 'none', option: 'input[type=radio]', next: '.sd-navigation__next-btn' };

async function visitTwice(browser: Browser, url: string): Promise<[number, number]> {
  const phone = await cheapPhone(browser);
  try {
    const first = await newTab(phone);
    const cold = await firstPaint(first.page, url);
    // The second visit comes after the first was whole, whatever it fetched in the background.
    await first.page.waitForLoadState('networkidle', { timeout: 60_000 });
    await first.close();
    const second = await newTab(phone);
    return [cold, await firstPaint(second.page, url)];
  } finally {
    await phone.close();
  }
}

async function answerOnce(browser: Browser, url: string, way: Way) {
  const phone = await cheapPhone(browser);
  try {
    const { page, scripts } = await newTab(phone);
    return { ...(await firstAnswer(page, url, way)), scripts: scripts() / 1000 };
  } finally {
    await phone.close();
  }
}

/** The links of the first page lead somewhere without any script. */
async function requireLinks(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.click('a[href="/ar/"]', { timeout: 5_000 });
    await page.waitForSelector('h1', { timeout: 5_000 });
  } catch {
    throw new Error('Without script, the first page does not lead to a welcome page with a heading');
  } finally {
    await context.close();
  }
}

/** The built web app, served by the real server on an empty site. */
async function withSurvey<T>(
  happen: (browser: Browser, url: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-bench-'));
  const ending: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    await buildWeb();
    const data = join(folder, 'data');
    const { db, close } = await openEmbedded(data);
    await migrate(db);
    const languages = ['de', 'en', 'ar', 'uk'] as const;
    const districts = [{ code: '15087220', name: 'Hettstedt' }];
    await saveSite(db, {
      id: 'hettstedt',
      name: 'Hettstedt',
      demo: false,
      languages: [...languages],
      districts,
    });
    await close();
    const secret = randomBytes(32).toString('hex');
    const server = await startServer(await freePort(), { DATA_FOLDER: data, SECRET_KEY: secret });
    ending.push(() => server.kill());
    const browser = await launchBrowser();
    ending.push(() => browser.close());
    return await happen(browser, server.url, folder);
  } finally {
    for (const end of ending.toReversed()) await end();
  }
}

function pair({ ours, theirs }: { ours: [number, number][]; theirs: [number, number][] }, visit: 0 | 1) {
  return { ours: ours.map((times) => times[visit]), theirs: theirs.map((times) => times[visit]) };
}
