import type { Language } from '@kannwas/schema/codes';
import type { Asked } from '../../worker/worker.ts';
import { isShared } from '../device/shared.ts';
import { startAnew } from './start-anew.ts';

/** Tells how many files of a group are there. */
type Tell = (done: number) => void;

let registered: Promise<ServiceWorkerRegistration> | undefined;

/** The worker that keeps the survey for times without a network. Throws where a browser has none, or does not let it. */
function registration(): Promise<ServiceWorkerRegistration> {
  registered ??= register();
  return registered;
}

async function register(): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator;
  // On its first visit a page gets a worker, on later ones a new version of it.
  const had = serviceWorker.controller !== null;
  const registration = await serviceWorker.register('/worker.js');
  if (had) takeNewVersions(registration);
  await serviceWorker.ready;
  return registration;
}

/** Keeps a group of files on this phone and returns when all are there. Throws when one is not to be had. */
export async function keep(group: Language | 'pictures', tell: Tell = () => undefined): Promise<void> {
  const { active } = await registration();
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise<void>((resolve, reject) => {
    port1.onmessage = ({ data }: MessageEvent<{ done: number } | { kept: boolean }>) => {
      if ('done' in data) tell(data.done);
      else if (data.kept) resolve();
      else reject(new Error('not kept'));
    };
  });
  active?.postMessage({ keep: group } satisfies Asked, [port2]);
  await kept.finally(() => port1.close());
}

/** Tells whether a group is whole on this phone, in whichever version. */
export async function isKept(group: Language | 'pictures'): Promise<boolean> {
  return 'caches' in globalThis && (await caches.match(`/kept/${group}`)) !== undefined;
}

/**
 * A new version takes over between two pages, when everything that was said is kept and nothing new has been typed; with
 * other pages open it waits until they are closed.
 */
function takeNewVersions(registration: ServiceWorkerRegistration): void {
  let touched = false;
  const touch = () => {
    touched = true;
  };
  addEventListener('input', touch);
  addEventListener('kannwas-moved', () => {
    touched = false;
    // What is said on a shared phone is nowhere but in this page.
    if (!isShared()) registration.waiting?.postMessage({ takeOver: true } satisfies Asked);
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!touched && !isShared()) startAnew();
  });
}
