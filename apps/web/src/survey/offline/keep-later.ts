import type { Language } from '@kannwas/schema/codes';
import { behindThePage } from './start-anew.ts';

/** Long after the first question stands on the screen and can be answered. */
const later = 5_000;

/** Keeps the survey in this language for times without a network, when everything else is done; unless data is dear. */
export function keepLater(language: Language): void {
  // Not every browser tells, and TypeScript knows of none.
  const { connection }: Navigator & { connection?: { saveData?: boolean } } = navigator;
  if (!('serviceWorker' in navigator) || connection?.saveData) return;
  setTimeout(() => {
    behindThePage(() => import('./worker.ts'))
      .then(({ keep }) => keep(language))
      .catch(() => undefined);
  }, later);
}
