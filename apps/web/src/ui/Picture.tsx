import { drawnSheets } from 'virtual:pictures';
import type { PictureId, Sheet } from './pictures.ts';

/** A picture beside its word. The word says everything, so screen readers pass over the picture. */
export function Picture({
  of,
  className,
}: {
  of: PictureId | `fields/${string}`;
  className?: string | undefined;
}) {
  const [sheet, name] = of.split('/') as [Sheet, string];
  return (
    <svg aria-hidden="true" focusable="false" className={className}>
      <use href={`${drawnSheets[sheet].address}#${name}`} />
    </svg>
  );
}

/** The picture for a meaning that may have none, such as an option of a question. */
export function pictureFor(sheet: Sheet, meaning: string): PictureId | undefined {
  return drawnSheets[sheet].names.includes(meaning) ? (`${sheet}/${meaning}` as PictureId) : undefined;
}
