import { type Site, sitesEndpoints } from '@kannwas/schema/sites';
import { call } from '../../app/call.ts';
import { tell } from './phone.ts';

const key = 'kannwas.sites';

/** The sites as they were last seen: districts are shown without a network too. */
export function recallSites(): readonly Site[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Site[];
  } catch {
    return [];
  }
}

let loading: Promise<void> | undefined;

/** Reads the sites of this instance, once a visit: places and districts change. Throws when there is no network. */
export function loadSites(): Promise<void> {
  loading ??= readSites().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function readSites(): Promise<void> {
  const { sites } = await call(sitesEndpoints.list, { signal: AbortSignal.timeout(20_000) });
  tell({ sites });
  try {
    localStorage.setItem(key, JSON.stringify(sites));
  } catch {
    // Remembering is a courtesy; the list can be read again.
  }
}
