import { addressOf, drawnNames } from 'virtual:pictures';
import type { PictureId } from './pictures.ts';

/**
 * A picture of the catalogue by sheet and code, for each field of work a sheet, so that a phone fetches what it shows:
 * `fields/kitchen`, `schools/primary`, `occupations-kitchen/cook` (`pictureOfOccupation`), `cards-kitchen/cook-meals` (`pictureOfCard`).
 */
export type CataloguePicture =
  | `fields/${string}`
  | `schools/${string}`
  | `words/${string}`
  | `occupations-${string}/${string}`
  | `cards-${string}/${string}`;

/** A picture beside its word. The word says everything, so screen readers pass over the picture. */
export function Picture({
  of,
  className,
}: {
  of: PictureId | CataloguePicture;
  className?: string | undefined;
}) {
  const [sheet = '', name] = of.split('/');
  return (
    <svg aria-hidden="true" focusable="false" className={className}>
      <use href={`${addressOf(sheet)}#${name}`} />
    </svg>
  );
}

/** The picture for a meaning that may have none, such as an option of a question. */
export function pictureFor(sheet: string, meaning: string): PictureId | undefined {
  const names: Readonly<Record<string, readonly string[]>> = drawnNames;
  return names[sheet]?.includes(meaning) ? (`${sheet}/${meaning}` as PictureId) : undefined;
}
