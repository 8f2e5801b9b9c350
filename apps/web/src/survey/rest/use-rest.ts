import { type Loaded, useLoaded } from '../../ui/use-loaded.ts';
import type { rest } from './rest.ts';

type Rest = typeof rest;

let here: Rest | undefined;

/** Fetches the rest once. Throws when it is not to be had. */
export async function loadRest(): Promise<Rest> {
  here ??= (await import('./rest.ts')).rest;
  return here;
}

/** The rest of the survey; at once when it is here. */
export function useRest(): Loaded<Rest> {
  const loaded = useLoaded(loadRest);
  return here ? { state: 'loaded', value: here } : loaded;
}
