import { type OccupationId, occupations } from '@kannwas/catalogue/occupations';
import { type SearchIndex, searchIndex, searchOccupations } from '@kannwas/catalogue/search';
import type { Language } from '@kannwas/schema/codes';
import { escoEndpoints } from '@kannwas/schema/esco';
import { useEffect, useState } from 'react';
import { call } from '../../app/call.ts';

/** With so many found by our own words, nobody needs more. */
const enough = 5;

/**
 * Finds more where our own words find little, by words that the operator imported. They come when the list is on the screen
 * already, and it works without them. `asked` tells that they are there.
 */
export function useMoreWords(language: Language) {
  const [index, keep] = useState<SearchIndex>();
  useEffect(() => {
    let wanted = true;
    loadMoreWords(language).then(
      (loaded) => wanted && keep(loaded),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  const add = (found: readonly OccupationId[], typed: string, limit: number): readonly OccupationId[] => {
    if (!index || found.length >= enough) return found;
    const more = searchOccupations(index, typed, limit).filter((id) => !found.includes(id));
    return [...found, ...more].slice(0, limit);
  };
  return { add, there: index !== undefined };
}

/** Undefined when nothing is imported for the language. */
async function loadMoreWords(language: Language): Promise<SearchIndex | undefined> {
  const { words } = await call(escoEndpoints.words, { params: { language } });
  if (Object.keys(words).length === 0) return undefined;
  const texts = occupations.map(
    ({ id, isco }) => [id, { label: '', words: (words[isco] ?? '').split(' ') }] as const,
  );
  return searchIndex(Object.fromEntries(texts));
}
