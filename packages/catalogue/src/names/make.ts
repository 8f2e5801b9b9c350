import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '@kannwas/schema/codes';
import { countries } from '../countries.ts';
import { ownNames, spokenLanguages } from './spoken.ts';

/**
 * Country and language names of one language from ICU, in its alphabetical order.
 * Made here and committed, because browsers lack names for several of our languages and silently answer in English.
 * @throws when ICU has no name and we have none of our own.
 */
export function makeNames(language: Language): {
  countries: Record<string, string>;
  languages: Record<string, string>;
} {
  const regionNames = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const languageNames = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  return {
    countries: sorted(language, countries, (code) => regionNames.of(code)),
    languages: sorted(
      language,
      spokenLanguages,
      (code) => ownNames[language][code] ?? languageNames.of(code),
    ),
  };
}

function sorted(language: Language, codes: readonly string[], nameOf: (code: string) => string | undefined) {
  const collator = new Intl.Collator(language);
  const named = codes.map((code) => [code, asHeadword(language, nameOf(code), code)] as const);
  return Object.fromEntries(named.toSorted((a, b) => collator.compare(a[1], b[1])));
}

// ICU writes Ukrainian language names in lower case, as in a sentence; in a list each stands alone.
function asHeadword(language: Language, name: string | undefined, code: string): string {
  if (name === undefined) throw new Error(`No name for ${code} in ${language}: add one to names/spoken.ts`);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

if (import.meta.main) {
  for (const language of Object.keys(languages) as Language[]) {
    const file = join(import.meta.dirname, `${language}.json`);
    writeFileSync(file, `${JSON.stringify(makeNames(language), null, 2)}\n`);
    process.stdout.write(`names/${language}.json written\n`);
  }
}
