import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { type Names, namesOf, type OwnNames } from './made.ts';

/** A file of a language. */
const file = (language: string, name: string) =>
  new URL(`../languages/${language}/${name}.json`, import.meta.url);

/**
 * Our own names where ICU has none, or one that misleads or hurts: "Syriac" reads as the language of Syria in German
 * and Ukrainian, Romani gets a slur in Arabic and Ukrainian, Kurmanji is called just "Kurdish".
 */
function ownNames(language: Language): OwnNames {
  const own = file(language, 'names-own');
  return existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : {};
}

/**
 * The names of one language. Made here and committed, because browsers lack names for several of our languages and
 * silently answer in English.
 * @throws when a name is missing.
 */
export function makeNames(language: Language): Names {
  const { names, gaps } = namesOf(languages[language], ownNames(language));
  const missing = Object.values(gaps).flat();
  if (missing.length > 0)
    throw new Error(`No names in ${language} for ${missing.join(' ')}: write them into its names-own.json`);
  return names;
}

if (import.meta.main) {
  for (const language of languageCodes) {
    writeFileSync(file(language, 'names'), `${JSON.stringify(makeNames(language), null, 2)}\n`);
    process.stdout.write(`${language}: names written\n`);
  }
}
