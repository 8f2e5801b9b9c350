import { type Language, languages } from '@kannwas/schema/codes';
import type { Input } from '@kannwas/schema/survey/inputs';
import { useCallback } from 'react';
import { type Loaded, useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { phone, siteOf } from '../phone/phone.ts';
import { loadSites } from '../phone/sites.ts';
import { catalogueTexts } from './catalogue-texts.ts';

export type Named = { code: string; name: string };
/** A list in the alphabet of the reader, and the codes that most people look for. */
export type NamedList = { list: readonly Named[]; first: readonly string[] };

// The largest groups in Germany's registers of newcomers since 2015.
const countriesFirst = ['SY', 'AF', 'UA', 'IQ', 'TR', 'IR', 'ER', 'SO', 'GE', 'RU', 'VE', 'NG'];
const languagesFirst = [
  'ara',
  'ukr',
  'prs',
  'pes',
  'pus',
  'kmr',
  'ckb',
  'tir',
  'som',
  'tur',
  'rus',
  'eng',
  'deu',
  'fra',
];

/** Loads the list behind a kind of input, in the language of the page. */
export function useNamed(kind: Input['kind']): Loaded<NamedList> {
  const language = useLanguage();
  return useLoaded(useCallback(() => loadNamed(kind, language), [kind, language]));
}

/** Names of countries, languages, or districts. Throws when they cannot be loaded. */
export async function loadNamed(kind: Input['kind'], language: Language): Promise<NamedList> {
  if (kind === 'district') {
    // Without a network the districts that were last seen do.
    if (phone().sites.length === 0) await loadSites();
    return { list: siteOf(phone())?.districts ?? [], first: [] };
  }
  const texts = await catalogueTexts(language);
  const names = (await texts.names()).default;
  if (kind === 'country') return { list: asList(names.countries), first: countriesFirst };
  const own = languages[language].spoken;
  return { list: asList(names.languages), first: [own, ...languagesFirst.filter((code) => code !== own)] };
}

const asList = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }));
