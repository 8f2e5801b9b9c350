import { addressOf, drawnNames } from 'virtual:pictures';
import type { Language } from '@kannwas/schema/codes';
import { loadNames } from './answer-text.ts';

/** The first question comes alone; what later pages need follows when it has long been on the screen. */
const later = 4000;

/** Fetches what later pages need while there is a network: in the middle of the survey it may be gone. */
export function prepare(language: Language): void {
  setTimeout(() => void fetchAll(language).catch(() => undefined), later);
}

async function fetchAll(language: Language): Promise<void> {
  await loadNames(language);
  const { loadOccupations } = await import('./OccupationList.tsx');
  await loadOccupations(language);
  // Pictures of single occupations and task cards wait until their field is opened: together they are too much.
  for (const sheet of [...Object.keys(drawnNames), 'fields', 'schools']) await fetch(addressOf(sheet));
}
