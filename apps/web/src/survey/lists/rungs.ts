import {
  ladderIds,
  ladderOf,
  type Rung,
  type RungText,
  rungName,
  rungText,
} from '@kannwas/catalogue/schooling/ladders';
import { texts } from '@kannwas/catalogue/texts';
import type { CountryCode, Language } from '@kannwas/schema/codes';

export type KnownRungs = {
  /** The schools of a country, lowest first. */
  of: (country: CountryCode | undefined) => readonly Rung[];
  /** How a school reads: its own name, and what it means in the language of the page. */
  say: (rung: Rung) => RungText;
  /** What a school is called, by its code. */
  names: ReadonlyMap<string, string>;
};

/** Loads the school ladders with their words. Throws when they cannot be fetched. */
export async function loadRungs(language: Language): Promise<KnownRungs> {
  const words = (await texts[language].ladders()).default;
  const all = ladderIds.flatMap((id) => ladderOf(id).rungs);
  return {
    of: (country) => ladderOf(country).rungs,
    say: (rung) => rungText(rung, words, language),
    names: new Map(all.map((rung) => [rung.code, rungName(rungText(rung, words, language))])),
  };
}
