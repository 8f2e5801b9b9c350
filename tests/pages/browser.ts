import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A cheap phone. */
export const cheapPhone = { width: 360, height: 740 };

/** Starts a real browser: the one that comes with the packages on Linux, an installed Chrome elsewhere. */
export async function openBrowser(
  more: readonly string[] = [],
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-browser-'));
  const browser = await chromium.launch(
    process.platform === 'linux'
      ? {
          executablePath: await sparticuz.executablePath(),
          args: [...ownArguments(), '--no-sandbox', ...more],
          env: { ...process.env, TMPDIR: folder },
        }
      : { channel: 'chrome' },
  );
  const close = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, close };
}

/** The carried browser is made for one page at a time and trusts every origin; what makes it so is left out. */
function ownArguments(): string[] {
  return sparticuz.args.filter(
    (argument) => !/single-process|headless|zygote|incognito|web-security/.test(argument),
  );
}

/** Opens a page on a phone of its own: nothing is shared with other pages. */
export async function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: cheapPhone, locale: 'ar', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** What axe finds wrong on a page by WCAG 2.2 AA, in one line for each place; empty when nothing is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger, not as a script of the page: the content security policy stays as strict as it is.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
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
