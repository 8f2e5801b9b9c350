import codes from './fields/codes.json' with { type: 'json' };
import { type OccupationId, occupations } from './occupations.ts';

export type FieldId = keyof typeof codes;

/** A field of work, as a newcomer recognises it by a picture. */
export type Field = {
  readonly id: FieldId;
  /** Name of the picture in fluent-emoji-flat. */
  readonly picture: string;
  readonly occupations: readonly OccupationId[];
};

export type FieldTexts = Record<FieldId, string>;

/** All fields of work, in the order in which they are shown. */
export const fields: readonly Field[] = Object.entries(codes).map(([id, { picture }]) => ({
  id: id as FieldId,
  picture,
  occupations: occupations.filter((occupation) => occupation.field === id).map((occupation) => occupation.id),
}));
