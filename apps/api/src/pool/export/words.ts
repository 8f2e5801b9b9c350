import { branchLabel } from '@kannwas/catalogue/occupations';
import { type PoolWords, poolWords } from '@kannwas/catalogue/staff-texts';
import { texts } from '@kannwas/catalogue/texts';
import type { StaffLanguage } from '@kannwas/schema/codes';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import type { Place } from '@kannwas/schema/pool/table';
import type { Site } from '@kannwas/schema/sites';

/** What a file says in one language. */
export type Words = {
  words: PoolWords;
  /** The name of one code of a dimension; a code without a name is its own. */
  labelOf: (dimension: PoolDimension, code: string) => string;
};

/** Where names of places come from. */
type Geography = { site: Pick<Site, 'districts'>; places: readonly Place[] };

export async function wordsIn(language: StaffLanguage, geography: Geography): Promise<Words> {
  const [{ default: words }, { default: groups }] = await Promise.all([
    poolWords(language),
    texts[language].groups(),
  ]);
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = words.codes;
  const labelOf = (dimension: PoolDimension, code: string) => {
    if (dimension === 'place') return placeName(words, geography, code);
    if (dimension !== 'occupation') return lists[dimension]?.[code];
    return branchLabel(groups, code);
  };
  return { words, labelOf: (dimension, code) => labelOf(dimension, code) ?? code };
}

/** A Land and a Kreis by their official number, everything else by its districts, small ones joined as "A + B". */
function placeName(words: PoolWords, { site: { districts }, places }: Geography, code: string): string {
  const names = new Map(districts.map((district) => [district.code, district.name]));
  const lands: Readonly<Record<string, string>> = words.lands;
  const isDistrict = names.has(code);
  if (!isDistrict && /^\d{2}$/.test(code)) return lands[code] ?? code;
  if (!isDistrict && /^\d{5}$/.test(code)) return `${words.kreis} ${code}`;
  const within = places.find((place) => place.code === code)?.districts ?? [code];
  return within.map((district) => names.get(district) ?? district).join(' + ');
}
