import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Where the texts of all languages lie, a folder each. */
export const textFolder = new URL('../../../../packages/catalogue/src/languages/', import.meta.url);

/** What only staff read, in German and English. */
const staffFiles = [
  'crafts',
  'desk',
  'education-narrow',
  'gaps',
  'interviews',
  'languages',
  'minor-groups',
  'offers',
  'pool',
  'pool-words',
];

/** Made by a program, or each language's own: no translations of the English. */
const ownFiles = ['names', 'names-own', 'recall', 'states'];

/** The files of texts that newcomers meet: all others that there are in English. */
export function newcomerFiles(folder = textFolder): string[] {
  const notTheirs = [...staffFiles, ...ownFiles];
  return namesIn('en', folder).filter((name) => !notTheirs.includes(name));
}

/** The files of translated texts in a language; those of the staff are there in few. */
export function filesOf(language: string, folder = textFolder): string[] {
  return namesIn(language, folder).filter((name) => !ownFiles.includes(name));
}

function namesIn(language: string, folder: URL): string[] {
  const names = readdirSync(new URL(`${language}/`, folder)).toSorted();
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
}

/**
 * Every text of a file by its key, such as `welcome.heading`; none when the file is missing. Lists hold words to search
 * for, which each language has its own.
 */
export function textsIn(language: string, file: string, folder = textFolder): Map<string, string> {
  const path = new URL(`${language}/${file}.json`, folder);
  return new Map(existsSync(path) ? flat(JSON.parse(readFileSync(path, 'utf8'))) : []);
}

/** Every text of a tree of texts by its key: a.b.c. */
export function flat(texts: object, before = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    if (typeof text === 'string') return [[before + key, text]];
    return Array.isArray(text) ? [] : flat(text, `${before}${key}.`);
  });
}
