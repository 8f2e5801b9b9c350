import { existsSync, readFileSync } from 'node:fs';
import { flat, textFolder as folder } from '../../apps/web/build/languages/files.ts';

const plural = /_(zero|one|two|few|many|other)$/;

/** The notes for translators by key; a star stands for any one part, and for all that follow at the end. */
export function notes(): Map<string, string> {
  const file = new URL('notes.json', folder);
  return new Map(existsSync(file) ? flat(JSON.parse(readFileSync(file, 'utf8'))) : []);
}

/** A key without its plural ending. */
export const singular = (key: string) => key.replace(plural, '');

/** The plural endings that follow each key which has any. */
export function pluralsOf(texts: Map<string, string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const key of texts.keys()) {
    const ending = plural.exec(key)?.[1];
    if (ending) found.set(singular(key), (found.get(singular(key)) ?? new Set()).add(ending));
  }
  return found;
}

/** The names of the places that are filled in: {{count}}. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name))].sort();
}
