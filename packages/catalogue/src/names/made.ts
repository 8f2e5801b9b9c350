import type { languages } from '@kannwas/schema/codes';
import { countries } from '../countries.ts';
import { spokenLanguages } from './spoken.ts';

type List = Record<string, string>;
export type Names = { countries: List; languages: List; joined: List };
/** Names of our own, which go before those of ICU. */
export type OwnNames = { readonly [L in keyof Names]?: Readonly<List> };
export type Gaps = { readonly [L in keyof Names]: readonly string[] };

type Writing = (typeof languages)[keyof typeof languages];
type Script = Writing['script'];

/**
 * Country and language names of one language from ICU, in its alphabetical order, and how the parts of a list
 * are joined. Gaps are codes for which ICU has no name and we have none of our own.
 */
export function namesOf({ locale, script }: { locale: string; script: Script }, own: OwnNames) {
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const tongues = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const inOwnScript = (name: string | undefined) => (name && isWrittenIn(script, name) ? name : undefined);
  const lists = {
    countries: named(countries, (code) => own.countries?.[code] ?? inOwnScript(regions.of(code))),
    languages: named(spokenLanguages, (code) => own.languages?.[code] ?? inOwnScript(tongues.of(code))),
    joined: named(['between', 'last', 'two'], (place) => own.joined?.[place] ?? joined(locale)[place]),
  };
  const gapsOf = (list: Named) => list.filter(([, name]) => name === undefined).map(([code]) => code);
  const names: Names = {
    countries: sorted(locale, lists.countries),
    languages: sorted(locale, lists.languages),
    joined: Object.fromEntries(
      lists.joined.flatMap(([place, text]) => (text === undefined ? [] : [[place, text]])),
    ),
  };
  const gaps: Gaps = {
    countries: gapsOf(lists.countries),
    languages: gapsOf(lists.languages),
    joined: gapsOf(lists.joined),
  };
  return { names, gaps };
}

type Named = readonly (readonly [code: string, name: string | undefined])[];
const named = (codes: readonly string[], nameOf: (code: string) => string | undefined): Named =>
  codes.map((code) => [code, nameOf(code)]);

/** Where ICU has no name it may answer with that of another language, which shows in another script. */
function isWrittenIn(script: Script, name: string): boolean {
  return script === 'latin' || !/\p{Script=Latin}/u.test(name);
}

function sorted(locale: string, list: Named): List {
  // English where ICU knows no order of the language: the same on every machine.
  const collator = new Intl.Collator([locale, 'en']);
  const headwords = list.flatMap(([code, name]) =>
    name === undefined ? [] : [[code, asHeadword(locale, name)] as const],
  );
  return Object.fromEntries(headwords.toSorted((a, b) => collator.compare(a[1], b[1])));
}

// ICU writes Ukrainian language names in lower case, as in a sentence; in a list each stands alone.
function asHeadword(locale: string, name: string): string {
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** How a list is joined, as patterns: "{0}, {1}", "{0} and {1}". Empty where ICU has no lists of the language. */
function joined(locale: string): Partial<List> {
  if (Intl.ListFormat.supportedLocalesOf(locale).length === 0) return {};
  const format = new Intl.ListFormat(locale);
  // Marks of direction come with Persian lists; pages isolate what they show.
  const literals = (...parts: string[]) =>
    format
      .formatToParts(parts)
      .flatMap(({ type, value }) => (type === 'literal' ? [value.replace(marks, '')] : []));
  const [comma, , and, after = ''] = literals('1', '2', '3', '4');
  const [both, afterBoth = ''] = literals('1', '2');
  return { between: `{0}${comma}{1}`, last: `{0}${and}{1}${after}`, two: `{0}${both}{1}${afterBoth}` };
}

const marks = /[\u200e\u200f\u061c]/g;
