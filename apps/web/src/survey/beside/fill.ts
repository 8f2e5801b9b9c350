import type { TextKey } from '@kannwas/schema/languages';
import type { Visit } from '@kannwas/schema/survey/journey';

/** What the texts of a page about one thing are filled with, by the keys of its name. */
export function fillOf({ page, entry }: Visit): Readonly<Record<string, TextKey>> {
  if (entry === undefined) return {};
  if (page.about === 'language') return { language: `names.languages.${entry}` };
  if (page.about === 'task') return { task: `cards.${entry}` };
  return {};
}
