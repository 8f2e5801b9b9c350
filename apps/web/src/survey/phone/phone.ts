import type { ProblemCode } from '@kannwas/schema/problems';
import type { Site } from '@kannwas/schema/sites';
import { type Folded, fold } from '@kannwas/schema/survey/fold';
import { useSyncExternalStore } from 'react';
import type { KeptEvent, KeptResponse } from './kept.ts';

/** What happens on the way to the server. */
export type Sending = 'idle' | 'sending' | 'waiting';

/** Everything that the pages show: one value, replaced as a whole. */
export type Phone = {
  /** What this phone has kept has been read. */
  ready: boolean;
  /** The phone refuses to keep anything (no space, private window). */
  forgetful: boolean;
  /** Others use this phone, too. */
  shared: boolean;
  sites: readonly Site[];
  /** The place that the person named, when an instance serves several. */
  chosenSite: string | null;
  response: KeptResponse | undefined;
  events: readonly KeptEvent[];
  folded: Folded;
  sending: Sending;
  /** Why the last attempt to send failed. */
  trouble: ProblemCode | 'unreachable' | undefined;
};

const empty: Phone = {
  ready: false,
  forgetful: false,
  shared: false,
  sites: [],
  chosenSite: null,
  response: undefined,
  events: [],
  folded: fold([]),
  sending: 'idle',
  trouble: undefined,
};

let current = empty;
const watchers = new Set<() => void>();

/** The present state. */
export const phone = (): Phone => current;

/** Replaces parts of the state and tells the pages. Refused answers do not count: they have to be given again. */
export function tell(change: Partial<Omit<Phone, 'folded'>>): void {
  const events = change.events ?? current.events;
  const folded = change.events ? fold(events.filter((event) => event.state !== 'refused')) : current.folded;
  current = { ...current, ...change, folded };
  for (const watch of watchers) watch();
}

function subscribe(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** The state of this phone; prerendered pages show the empty one. */
export const usePhone = (): Phone => useSyncExternalStore(subscribe, phone, () => empty);

/** The site that the response belongs to, or the only one there is. */
export function siteOf({ sites, chosenSite, response }: Phone): Site | undefined {
  const wanted = response?.siteId ?? chosenSite;
  return sites.find((site) => site.id === wanted) ?? (sites.length === 1 ? sites[0] : undefined);
}
