import type { Browser, Page } from 'playwright-core';
import { cheapPhone, newTab } from './browser.ts';

/** How an eager person goes through questions: what stands for an answer, and what leads on. */
export type Walk = { answer: string; next: string };

declare global {
  interface Window {
    taps: number[];
  }
}

/** So many pages are answered. */
const questions = 12;
/** Until everything that comes behind the first question is here. */
const settling = 8_000;

/**
 * Goes through the first questions and returns the 95th percentile of the milliseconds from a tap to the picture that follows it,
 * as the browser itself tells them (Event Timing, in steps of 8 ms).
 */
export async function tapToPaint(browser: Browser, url: string, walk: Walk): Promise<number> {
  const phone = await cheapPhone(browser);
  try {
    const { page } = await newTab(phone);
    await page.addInitScript(watchTaps);
    await page.goto(url);
    await page.waitForTimeout(settling);
    let tapped = 0;
    for (let nth = 0; nth < questions; nth++) tapped += await answerOne(page, walk);
    const told = await page.evaluate(() => window.taps);
    // What took less than 16 ms is told by no browser.
    const taps = [...Array<number>(Math.max(0, tapped - told.length)).fill(8), ...told];
    return taps.toSorted((a, b) => a - b)[Math.floor(taps.length * 0.95)] ?? Number.NaN;
  } finally {
    await phone.close();
  }
}

/** @returns how often it was tapped */
async function answerOne(page: Page, { answer, next }: Walk): Promise<number> {
  const before = await headingOf(page);
  const options = await page.locator(answer).filter({ visible: true }).all();
  for (const option of options) await option.tap();
  await page.locator(next).filter({ visible: true }).first().tap();
  await page.waitForFunction(
    (old) => [...document.querySelectorAll('h1')].find((one) => one.checkVisibility())?.textContent !== old,
    before,
  );
  await page.waitForTimeout(400);
  return options.length + 1;
}

const headingOf = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll('h1')].find((one) => one.checkVisibility())?.textContent ?? '',
  );

/** Runs in each document of the tab. */
function watchTaps(): void {
  const taps: number[] = [];
  Object.assign(window, { taps });
  const watch = (list: PerformanceObserverEntryList) => {
    for (const { name, duration } of list.getEntries()) if (name === 'click') taps.push(duration);
  };
  // TypeScript knows of no threshold; without one, only what takes longer than 104 ms is told.
  const wanted: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    buffered: true,
    durationThreshold: 16,
  };
  new PerformanceObserver(watch).observe(wanted);
}
