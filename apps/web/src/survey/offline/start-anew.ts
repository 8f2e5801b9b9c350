import { isShared } from '../device/shared.ts';

const place = 'kannwas-started-anew';
const soon = 60_000;

/** How long the way to another document takes at most, in milliseconds; some end in a download, and the page stays. */
const onTheWay = 10_000;

let target: string | undefined;
let leftAt = Number.NEGATIVE_INFINITY;

/**
 * Loads the page anew, as the server or the worker has it now; what was said is kept on this phone. The last address that was
 * asked for within a moment counts. A second time within a minute, what the worker keeps is thrown away first; a third time
 * nothing helps, and the page says itself what it cannot load.
 */
export function startAnew(address?: string): void {
  const begun = target !== undefined;
  target = address ?? target ?? location.pathname;
  if (!begun) setTimeout(() => void begin().catch(() => undefined), 50);
}

async function begin(): Promise<void> {
  const address = target ?? location.pathname;
  target = undefined;
  const times = timesBefore();
  // Whoever is on the way to another document gets the new version there, and must not be held back.
  if (times > 1 || performance.now() - leftAt < onTheWay) return;
  // A phone that believes in its network may be wrong, or the server away: then this page is the best that there is.
  await fetch(address, { method: 'HEAD', cache: 'no-store' });
  sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), times: times + 1 }));
  if (times === 1) {
    const registrations = await navigator.serviceWorker.getRegistrations();
    for (const registration of registrations) await registration.unregister();
  }
  location.assign(address);
}

function timesBefore(): number {
  const { at = 0, times = 0 }: { at?: number; times?: number } = JSON.parse(
    sessionStorage.getItem(place) ?? '{}',
  );
  return Date.now() - at < soon ? times : 0;
}

/**
 * A part of the program is gone when the server has a newer version: then the newer one is loaded. Without a network, and on a
 * shared phone, which would forget what was said, the page goes on without that part.
 */
export function watchForLostParts(): void {
  addEventListener('beforeunload', () => {
    leftAt = performance.now();
  });
  addEventListener('vite:preloadError', () => {
    if (navigator.onLine && !isShared()) startAnew();
  });
}
