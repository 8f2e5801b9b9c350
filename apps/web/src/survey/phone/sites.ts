import { type Site, sitesEndpoints } from '@kannwas/schema/sites';
import { call } from '../../app/call.ts';
import { phone, tell } from './phone.ts';

const key = 'kannwas.sites';

/** The sites as they were last seen: districts are shown without a network too. */
export function recallSites(): readonly Site[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Site[];
  } catch {
    return [];
  }
}

/** Reads the sites of this instance, once. Throws when the server cannot be reached and nothing is remembered. */
export async function loadSites(): Promise<void> {
  if (phone().sites.length > 0) return;
  const { sites } = await call(sitesEndpoints.list, { signal: AbortSignal.timeout(20_000) });
  tell({ sites });
  try {
    localStorage.setItem(key, JSON.stringify(sites));
  } catch {
    // Remembering is a courtesy; the list can be read again.
  }
}
