import type { PublishedClip, TextKey } from '@kannwas/schema/languages';
import { useSyncExternalStore } from 'react';

/** A text that can be read aloud: its key finds the clip of the site, its words are for the voice of the phone. */
export type Said = { key: TextKey; text: string };

/** What can be heard on this phone in the language of the page, and which button is being listened to. */
export type Heard = {
  clips: Readonly<Record<TextKey, PublishedClip>>;
  /** The phone has a voice for the language. */
  hasVoice: boolean;
  playing: string | undefined;
};

const nothing: Heard = { clips: {}, hasVoice: false, playing: undefined };
let current = nothing;
const watchers = new Set<() => void>();

/** The present state. */
export const heard = (): Heard => current;

/** Replaces parts of the state and tells the buttons. */
export function tellHeard(change: Partial<Heard>): void {
  current = { ...current, ...change };
  for (const watch of watchers) watch();
}

function subscribe(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** What can be heard; in prerendered pages nothing. */
export const useHeard = (): Heard => useSyncExternalStore(subscribe, heard, () => nothing);

/** Tells whether a text can be heard: from a clip, else by the voice of the phone. */
export const isAudible = ({ clips, hasVoice }: Heard, { key }: Said): boolean =>
  hasVoice || clips[key] !== undefined;
