import cardCodes from './cards/codes.json' with { type: 'json' };
import { fields } from './fields.ts';
import occupationPictures from './occupations/pictures.json' with { type: 'json' };
import { type OccupationId, occupations } from './occupations.ts';
import { rungKinds } from './schooling/ladders.ts';

/** Names of pictures in fluent-emoji-flat, or of our own drawings, by what they stand for. */
export type DrawnSheet = Readonly<Record<string, string>>;

/**
 * Every sheet of pictures that the catalogue brings along: `fields`, `schools`, and for each field of work `occupations-…` and
 * `cards-…`; cards of every kind of work lie on `cards-common`. For those who draw; phones know the sheets by name.
 */
export const pictureSheets: Readonly<Record<string, DrawnSheet>> = {
  fields: Object.fromEntries(fields.map(({ id, picture }) => [id, picture])),
  schools: Object.fromEntries(Object.entries(rungKinds).map(([kind, { picture }]) => [kind, picture])),
  ...Object.fromEntries(fields.map((field) => [`occupations-${field.id}`, drawnOccupations(field.id)])),
  ...Object.fromEntries(Object.entries(cardCodes).map(([sheet, cards]) => [`cards-${sheet}`, cards])),
};

function drawnOccupations(field: string): DrawnSheet {
  const pictures: Readonly<Record<OccupationId, string>> = occupationPictures;
  return Object.fromEntries(
    occupations.filter((occupation) => occupation.field === field).map(({ id }) => [id, pictures[id]]),
  );
}
