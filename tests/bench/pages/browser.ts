import Chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The Chromium that npm brings on Linux, an installed Chrome elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args });
  return chromium.launch({ executablePath: await Chromium.executablePath(), args });
}

/** A cheap phone on a bad network: 6 times slower, 400 kbit/s, 400 ms there and back; nothing in its cache. */
export async function cheapPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'ar',
  });
}

export type Visit = { page: Page; scripts: () => number; close: () => Promise<void> };

/** A new tab on the phone, which counts the bytes of script that came over the network (compressed, with their headers). */
export async function newTab(phone: BrowserContext): Promise<Visit> {
  const page = await phone.newPage();
  const devtools = await phone.newCDPSession(page);
  const types = new Map<string, string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Script') bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  const throughput = 400_000 / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  return { page, scripts: () => bytes, close: () => page.close() };
}

/** Opens an address and returns the milliseconds until something with text was painted (First Contentful Paint). */
export async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('Nothing was painted for 60 s')), 60_000);
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/**
 * Opens an address as an eager person and returns the milliseconds until an option of the first question was visible,
 * was tapped, and stayed chosen. On the way, whatever `begin` selects is tapped as soon as it is there.
 */
export async function firstAnswer(page: Page, url: string, begin: string): Promise<number> {
  await page.addInitScript(eagerPerson, begin);
  const begun = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  const answered = await page.waitForFunction(() => sessionStorage.getItem('answered'), null, {
    timeout: 90_000,
    polling: 100,
  });
  return Number(await answered.jsonValue()) - begun;
}

/** Runs in the page. Looks every 20 ms; what is tapped too early is tapped again half a second later. */
function eagerPerson(begin: string): void {
  let tapped: { at: number } | undefined;
  let begunAt = 0;
  const look = setInterval(() => {
    const option = document.querySelector<HTMLInputElement>('input[type=radio]');
    if (tapped && option?.checked && Date.now() - tapped.at >= 100) {
      // Still chosen after the program had its say: the answer holds. The time is that of the tap.
      sessionStorage.setItem('answered', String(tapped.at));
      clearInterval(look);
    } else if (option && option.getClientRects().length > 0 && !option.checked) {
      option.click();
      tapped = { at: Date.now() };
    } else if (!option && begin && Date.now() - begunAt > 500) {
      const way = document.querySelector<HTMLElement>(begin);
      if (way) begunAt = Date.now();
      way?.click();
    }
  }, 20);
}
