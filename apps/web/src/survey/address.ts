import { type Language, languageCodes } from '@kannwas/schema/codes';
import { findVisit, type Visit } from '@kannwas/schema/survey/journey';
import { staffChapter } from '@kannwas/schema/survey/page';
import type { PageId } from '@kannwas/schema/survey/pages';
import { useSyncExternalStore } from 'react';
import { placeInHistory } from './device/leave.ts';
import { isShared } from './device/shared.ts';

const places = [
  'check',
  'done',
  'steps',
  'passport',
  'my-code',
  'my-data',
  'erase',
  'code',
  'site',
  'phone',
  'take',
  'file',
  'answers',
  'privacy',
  'accessibility',
] as const;

/** Where in the survey somebody is. Addresses carry no answers: they stay in histories and proxies. */
export type Place =
  | { at: 'welcome' | (typeof places)[number] | 'lost' }
  | { at: 'question'; page: PageId; entry?: string | undefined };

/** Where a visit of the journey takes place. */
export const placeOfVisit = (visit: Visit | 'check'): Place =>
  visit === 'check' ? { at: 'check' } : { at: 'question', page: visit.page.id, entry: visit.entry };

/** The place of an address such as /ar/q/birth-year, or /ar/q/task/bake-bread. */
export function placeOf(path: string): Place {
  const [first, second, ...rest] = path.split('/').filter(Boolean).slice(1);
  if (first === undefined) return { at: 'welcome' };
  if (first === 'q') {
    const visit = rest.length > 1 ? undefined : findVisit(second, rest[0]);
    const asked = visit && visit.page.chapter !== staffChapter;
    return asked ? placeOfVisit(visit) : { at: 'lost' };
  }
  const at = places.find((place) => place === first);
  return at && second === undefined ? { at } : { at: 'lost' };
}

/** The language in an address; English when it names none of ours. */
export function languageOf(path: string): Language {
  const first = path.split('/')[1];
  const known = languageCodes.find((language) => language === first);
  return known ?? 'en';
}

/** The address of a place in a language. */
export function addressOf(language: Language, place: Place): string {
  if (place.at === 'welcome' || place.at === 'lost') return `/${language}/`;
  if (place.at !== 'question') return `/${language}/${place.at}`;
  return `/${language}/q/${place.page}${place.entry === undefined ? '' : `/${place.entry}`}`;
}

/** The page on how numbers stay safe: a document of its own, no place of the survey. */
export const methodAddress = (language: Language) => `/${language}/method`;

/** On a shared phone the addresses of this page's history, by their place in it: they are known here and nowhere else. */
const trail = new Map<number, string>();

/** Goes to an address without loading the page anew. On a shared phone the browser's history learns of no page but the first. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  const at = placeInHistory() + (how === 'push' ? 1 : 0);
  trail.set(at, address);
  const shown = isShared() ? addressOf(languageOf(address), { at: 'welcome' }) : address;
  if (how === 'push') history.pushState({ at }, '', shown);
  else history.replaceState({ at }, '', shown);
  dispatchEvent(new Event('kannwas-moved'));
}

/** Forgets where somebody was on a shared phone. */
export const forgetTrail = (): void => trail.clear();

function subscribe(watch: () => void): () => void {
  addEventListener('kannwas-moved', watch);
  addEventListener('popstate', watch);
  return () => {
    removeEventListener('kannwas-moved', watch);
    removeEventListener('popstate', watch);
  };
}

const shownNow = () => (isShared() ? trail.get(placeInHistory()) : undefined) ?? location.pathname;

/** The path now shown; `prerendered` is the one of a page that is written at build time. */
export function usePath(prerendered: string): string {
  return useSyncExternalStore(subscribe, shownNow, () => prerendered);
}
