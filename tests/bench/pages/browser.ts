import Chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The Chromium that npm brings on Linux, an installed Chrome elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  // No name is resolved: a page that asks anybody else for a font or a figure gets nothing.
  const nobodyElse = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', nobodyElse];
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

export type Way = { begin: string; option: string; next: string };
export type Reached = { visible: number; accepted: number };

/**
 * Opens an address as an eager person: taps what `begin` selects, then the first option, then `next`, again and again until
 * it works. Returns the milliseconds until an option of the first question was visible, and until the answer was accepted
 * because the next question stands in its place.
 */
export async function firstAnswer(page: Page, url: string, way: Way): Promise<Reached> {
  await page.addInitScript(eagerPerson, way);
  const begun = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  const read = () => {
    const [visible, accepted] = ['visible', 'accepted'].map((name) => sessionStorage.getItem(name));
    return visible && accepted ? { visible: Number(visible), accepted: Number(accepted) } : undefined;
  };
  const limits = { timeout: 90_000, polling: 100 };
  const reached = await (await page.waitForFunction(read, null, limits)).jsonValue();
  if (!reached) throw new Error('No question came');
  return { visible: reached.visible - begun, accepted: reached.accepted - begun };
}

/** Runs in each document of the tab. Looks every 20 ms; what was tapped too early is tapped again after 300 ms. */
function eagerPerson({ begin, option: choice, next }: Way): void {
  const reach = (name: string) =>
    sessionStorage.getItem(name) ?? sessionStorage.setItem(name, String(Date.now()));
  let tapped = 0;
  const look = setInterval(() => {
    const option = document.querySelector<HTMLInputElement>(choice);
    const visible = option && option.getClientRects().length > 0;
    const first = sessionStorage.getItem('first');
    if (first && !document.getElementsByName(first).length && document.querySelector('h1, .sd-question')) {
      reach('accepted');
      clearInterval(look);
    } else if (visible && !option.checked && (!first || option.name === first)) {
      reach('visible');
      sessionStorage.setItem('first', option.name);
      option.click();
    } else if (Date.now() - tapped > 300) {
      const button = document.querySelector<HTMLElement>(option ? next : begin);
      if (button) tapped = Date.now();
      button?.click();
    }
  }, 20);
}
