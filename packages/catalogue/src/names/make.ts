import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { countries } from '../countries.ts';
import { spokenLanguages } from './spoken.ts';

type Names = { countries: Record<string, string>; languages: Record<string, string> };

/** A file of a language. */
const file = (language: string, name: string) =>
  new URL(`../languages/${language}/${name}.json`, import.meta.url);

/**
 * Our own names where ICU has none, or one that misleads or hurts: "Syriac" reads as the language of Syria in German
 * and Ukrainian, Romani gets a slur in Arabic and Ukrainian, Kurmanji is called just "Kurdish".
 */
function ownNames(language: Language): Names {
  const own = file(language, 'names-own');
  return existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : { countries: {}, languages: {} };
}

/**
 * Country and language names of one language from ICU, in its alphabetical order.
 * Made here and committed, because browsers lack names for several of our languages and silently answer in English.
 * @throws when ICU has no name and we have none of our own.
 */
export function makeNames(language: Language): Names {
  const { locale } = languages[language];
  const own = ownNames(language);
  const regionNames = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const languageNames = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  return {
    countries: sorted(locale, countries, (code) => own.countries[code] ?? regionNames.of(code)),
    languages: sorted(locale, spokenLanguages, (code) => own.languages[code] ?? languageNames.of(code)),
  };
}

function sorted(locale: string, codes: readonly string[], nameOf: (code: string) => string | undefined) {
  const collator = new Intl.Collator(locale);
  const named = codes.map((code) => [code, asHeadword(locale, nameOf(code), code)] as const);
  return Object.fromEntries(named.toSorted((a, b) => collator.compare(a[1], b[1])));
}

// ICU writes Ukrainian language names in lower case, as in a sentence; in a list each stands alone.
function asHeadword(locale: string, name: string | undefined, code: string): string {
  if (name === undefined) throw new Error(`No name for ${code} in ${locale}: write one into names-own.json`);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

if (import.meta.main) {
  for (const language of languageCodes) {
    writeFileSync(file(language, 'names'), `${JSON.stringify(makeNames(language), null, 2)}\n`);
    process.stdout.write(`${language}: names written\n`);
  }
}
