import type { Clip, SpokenText } from '@kannwas/schema/languages';
import type { SoundFilter } from '../../app/paths.ts';

/** Tells whether a clip says other words than its text has now. */
export const hasChanged = ({ text }: SpokenText, clip: Clip | null): boolean =>
  clip !== null && clip.words !== text;

/** Tells whether people can hear a clip of a text. */
export const isHeard = (row: SpokenText): boolean =>
  row.published !== null && !hasChanged(row, row.published);

const filters: Readonly<Record<SoundFilter, (row: SpokenText) => boolean>> = {
  all: () => true,
  without: ({ draft, published }) => !draft && !published,
  draft: ({ draft }) => draft !== null,
  published: ({ published }) => published !== null,
  changed: (row) => hasChanged(row, row.published) || hasChanged(row, row.draft),
};

/** The texts that pass a filter and contain what is searched for: in the language, in German, or in the key. */
export function matching(rows: readonly SpokenText[], show: SoundFilter, search: string): SpokenText[] {
  const sought = search.trim().toLocaleLowerCase();
  return rows.filter(
    (row) =>
      filters[show](row) &&
      [row.key, row.text, row.german].some((text) => text?.toLocaleLowerCase().includes(sought)),
  );
}
