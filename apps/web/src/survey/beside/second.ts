import type { CatalogueTexts } from '@kannwas/catalogue/texts';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { alsoRead } from '../../app/texts.ts';
import { dress } from '../../ui/dress.ts';
import { catalogueTexts } from '../lists/catalogue-texts.ts';
import { behindThePage } from '../offline/start-anew.ts';

/** The language beside the own one, and the files of its texts that are here: `survey`, `occupations`, … */
export type Second = { language: Language | undefined; files: ReadonlySet<string> };

const none: Second = { language: undefined, files: new Set() };
let current = none;
const watchers = new Set<() => void>();
const asked = new Set<string>();
/** Of the phone, not of an address: who sends a link does not send the languages that they read. */
const place = 'kannwas-second-language';

/** The second language now. */
export const second = (): Second => current;

function tell(next: Second): void {
  current = next;
  for (const watch of watchers) watch();
}

/** Puts a language beside the own one, or takes it away, and remembers that for this response. */
export function choose(language: Language | undefined): void {
  try {
    if (language) localStorage.setItem(place, language);
    else localStorage.removeItem(place);
  } catch {
    // A phone that keeps nothing still shows it until the page is closed.
  }
  turnTo(language);
}

/** Puts the language back that was chosen before a reload. */
export function recall(): void {
  try {
    const kept = localStorage.getItem(place);
    turnTo(languageCodes.find((code) => code === kept));
  } catch {
    // Then there is one language, as at the beginning.
  }
}

function turnTo(language: Language | undefined): void {
  asked.clear();
  tell({ language, files: new Set() });
  if (!language) return;
  dress(language);
  want('survey');
}

/** Fetches a file of the second language once; without a network one language has to do until the next one is asked. */
export function want(file: string): void {
  const { language } = current;
  if (!language || asked.has(file)) return;
  asked.add(file);
  behindThePage(() => load(language, file)).then(
    () => current.language === language && tell({ language, files: new Set([...current.files, file]) }),
    () => current.language === language && asked.delete(file),
  );
}

/** The survey's own texts come in one piece. */
const together = ['survey', 'common'];

async function load(language: Language, file: string): Promise<void> {
  if (together.includes(file)) return alsoRead(language);
  const loaders: Partial<Record<string, CatalogueTexts[keyof CatalogueTexts]>> =
    await catalogueTexts(language);
  const loaded = await loaders[file]?.();
  if (loaded) i18next.addResourceBundle(language, file, loaded.default);
}

function subscribe(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** The second language; pages written at build time know of none. */
export const useSecond = (): Second => useSyncExternalStore(subscribe, second, () => none);
