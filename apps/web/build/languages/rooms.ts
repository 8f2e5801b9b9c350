import { existsSync } from 'node:fs';

/** Where the texts of all languages lie, a folder each. */
export const textFolder = new URL('../../../../packages/catalogue/src/languages/', import.meta.url);

/** Files of texts that newcomers meet outside the lists of the catalogue. */
export const newcomerRooms = ['common', 'method', 'problems', 'survey'];
const staffRooms = ['desk', 'gaps', 'interviews', 'pool'];

/** The rooms that have texts in a language; those of the staff are there in few. */
export function roomsOf(language: string, folder = textFolder): string[] {
  const all = [...newcomerRooms, ...staffRooms].toSorted();
  return all.filter((room) => existsSync(new URL(`${language}/${room}.json`, folder)));
}
