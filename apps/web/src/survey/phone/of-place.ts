import { noticesEndpoints } from '@kannwas/schema/notices';
import { offersEndpoints } from '@kannwas/schema/offers';
import { useEffect, useState } from 'react';
import { call } from '../../app/call.ts';

/** What a place says to everybody, and which day it was read on. */
type Kept<What extends OfPlace> = { said: Said<What>; on: string };
type OfPlace = keyof typeof loads;
type Said<What extends OfPlace> = Awaited<ReturnType<(typeof loads)[What]>>;

const sent = (siteId: string) => ({ params: { siteId }, signal: AbortSignal.timeout(20_000) });
const loads = {
  offers: async (siteId: string) => (await call(offersEndpoints.current, sent(siteId))).offers,
  notice: (siteId: string) => call(noticesEndpoints.read, sent(siteId)),
};

const keyOf = (what: OfPlace, siteId: string) => `kannwas.${what}.${siteId}`;

/** What the place said when it was last asked. Nothing of a person is in it. */
function recall<What extends OfPlace>(what: What, siteId: string): Kept<What> | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(what, siteId)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Asks the place and keeps on this phone what it says. Throws when there is no network. */
export async function askPlace<What extends OfPlace>(what: What, siteId: string): Promise<Kept<What>> {
  const load: (siteId: string) => Promise<unknown> = loads[what];
  // The same line of the table that the type was taken from.
  const kept = { said: (await load(siteId)) as Said<What>, on: today() };
  try {
    localStorage.setItem(keyOf(what, siteId), JSON.stringify(kept));
  } catch {
    // Remembering is a courtesy; it can be read again.
  }
  return kept;
}

export const today = () => new Date().toISOString().slice(0, 10);

type Known<What extends OfPlace> = { kept: Kept<What> | undefined; state: 'asking' | 'fresh' | 'old' };

/** What the place says: first as this phone remembers it, then as it is now. */
export function useOfPlace<What extends OfPlace>(what: What, siteId: string | undefined): Known<What> {
  const [known, tell] = useState<Known<What> & { siteId: string }>();
  useEffect(() => {
    if (siteId === undefined) return;
    let wanted = true;
    const kept = recall(what, siteId);
    tell({ siteId, kept, state: 'asking' });
    askPlace(what, siteId).then(
      (fresh) => wanted && tell({ siteId, kept: fresh, state: 'fresh' }),
      () => wanted && tell({ siteId, kept, state: 'old' }),
    );
    return () => {
      wanted = false;
    };
  }, [what, siteId]);
  return known && known.siteId === siteId ? known : { kept: undefined, state: 'asking' };
}
