import { type Language, languageCodes } from '@kannwas/schema/codes';
import { findVisit, type Visit } from '@kannwas/schema/survey/journey';
import { staffChapter } from '@kannwas/schema/survey/page';
import type { PageId } from '@kannwas/schema/survey/pages';
import { useSyncExternalStore } from 'react';

const places = [
  'check',
  'done',
  'steps',
  'my-code',
  'my-data',
  'erase',
  'code',
  'site',
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

const moved = new EventTarget();

/** Goes to an address without loading the page anew. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  moved.dispatchEvent(new Event('move'));
}

function subscribe(watch: () => void): () => void {
  moved.addEventListener('move', watch);
  addEventListener('popstate', watch);
  return () => {
    moved.removeEventListener('move', watch);
    removeEventListener('popstate', watch);
  };
}

/** The path now shown; `prerendered` is the one of a page that is written at build time. */
export function usePath(prerendered: string): string {
  return useSyncExternalStore(
    subscribe,
    () => location.pathname,
    () => prerendered,
  );
}
