import type { Language } from '@kannwas/schema/codes';
import { useEffect } from 'react';
import { behindThePage } from '../offline/start-anew.ts';

/** The first question comes alone; its voice follows when it stands on the screen and can be answered. */
const later = 1_000;

/** Lets the buttons know what can be heard. Everything that plays is loaded here, after the first question. */
export function useSound(siteId: string | undefined, language: Language): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without it the page is as good, only silent.
      behindThePage(() => import('./player.ts'))
        .then(({ tune }) => tune({ siteId, language }))
        .catch(() => undefined);
    }, later);
    return () => clearTimeout(timer);
  }, [siteId, language]);
}
