import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A cheap phone. */
export const cheapPhone = { width: 360, height: 740 };

/** Where the quick way out leads. */
export const weather = 'https://www.dwd.de/';

/** Starts a real browser: the one that comes with the packages on Linux, an installed Chrome elsewhere. */
export async function openBrowser(
  more: readonly string[] = [],
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-browser-'));
  const browser = await chromium.launch(await whichBrowser(folder, more));
  const close = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, close };
}

/** A browser whose profile lies in this folder: what it leaves there can be looked at afterwards. */
export async function openProfile(profile: string, temporary: string): Promise<BrowserContext> {
  const phone = { viewport: cheapPhone, locale: 'ar' };
  return chromium.launchPersistentContext(profile, { ...(await whichBrowser(temporary)), ...phone });
}

async function whichBrowser(folder: string, more: readonly string[] = []): Promise<LaunchOptions> {
  if (process.platform !== 'linux') return { channel: 'chrome' };
  return {
    executablePath: await sparticuz.executablePath(),
    args: [...ownArguments(), '--no-sandbox', '--disable-gpu', ...more],
    env: { ...process.env, TMPDIR: folder },
  };
}

/**
 * The carried browser is made for one page at a time, trusts every origin, and plays a graphics card in software, which
 * takes more time than the pages themselves; what makes it so is left out.
 */
function ownArguments(): string[] {
  const unwanted = /single-process|headless|zygote|incognito|web-security|gpu|use-gl|angle|swiftshader/;
  return sparticuz.args.filter((argument) => !unwanted.test(argument));
}

/** Opens a page on a phone of its own: nothing is shared with other pages. */
export async function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: cheapPhone, locale: 'ar', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Gives text another size, as people do in the settings of their phone; '' is the usual one. */
export async function enlarge(page: Page, size: '200%' | ''): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.documentElement.style.fontSize = wanted;
    await document.fonts.ready;
  }, size);
}

/** Goes to another page of the survey without loading anything, as a tap on a link does. */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** What axe finds wrong on a page by WCAG 2.2 AA, in one line for each place; empty when nothing is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger, not as a script of the page: the content security policy stays as strict as it is. Once for
  // each document; the pages of the survey change within one.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What is right is not written down, only counted.
      resultTypes: ['violations'],
      selectors: false,
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  });
}

/** Presses Tab until an element of this kind has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}
