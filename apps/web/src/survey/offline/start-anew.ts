import { isShared } from '../device/shared.ts';

const place = 'kannwas-started-anew';
const soon = 60_000;

/** How long the way to another document takes at most, in milliseconds; some end in a download, and the page stays. */
const onTheWay = 10_000;

let target: string | undefined;
let beginning = false;
let leftAt = Number.NEGATIVE_INFINITY;

/**
 * Loads the page anew, as the server or the worker has it now; what was said is kept on this phone. The last address that was
 * asked for within a moment counts. A second time within a minute, what the worker keeps is thrown away first; a third time
 * nothing helps, and the page says itself what it cannot load.
 */
export function startAnew(address?: string): void {
  target = address ?? target;
  if (beginning) return;
  beginning = true;
  const end = () => {
    target = undefined;
    beginning = false;
  };
  setTimeout(() => void begin().then(end, end), 50);
}

async function begin(): Promise<void> {
  const times = timesBefore();
  // Whoever is on the way to another document gets the new version there, and must not be held back.
  if (times > 1 || performance.now() - leftAt < onTheWay) return;
  // A phone that believes in its network may be wrong, or the server away, with a proxy or without: then this page is the
  // best that there is. Whoever goes on meanwhile is not taken back.
  const { ok } = await fetch(target ?? location.pathname, { method: 'HEAD', cache: 'no-store' });
  if (!ok) return;
  sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), times: times + 1 }));
  if (times === 1) {
    const registrations = await navigator.serviceWorker.getRegistrations();
    for (const registration of registrations) await registration.unregister();
  }
  location.assign(target ?? location.pathname);
}

function timesBefore(): number {
  const { at = 0, times = 0 }: { at?: number; times?: number } = JSON.parse(
    sessionStorage.getItem(place) ?? '{}',
  );
  return Date.now() - at < soon ? times : 0;
}

let behind = 0;

/**
 * Loads what nobody waits for yet. When a part of it cannot be had, the page stays as it is, with what is being said on it:
 * on a bad network that happens, and who comes to need the part asks for it again. Throws what `load` throws.
 */
export async function behindThePage<T>(load: () => Promise<T>): Promise<T> {
  behind += 1;
  try {
    return await load();
  } finally {
    behind -= 1;
  }
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
    if (behind === 0 && navigator.onLine && !isShared()) startAnew();
  });
}
