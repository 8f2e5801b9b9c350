import * as z from 'zod';
import { DistrictCode } from '../codes.ts';
import {
  AgeBand,
  Availability,
  ageBands,
  availabilities,
  Education,
  Experience,
  educations,
  experiences,
  Gender,
  GermanLevel,
  genders,
  germanLevels,
  Licence,
  licences,
} from '../snapshots.ts';

/**
 * The closed grammar: what may be asked of the pool at all. Conditions joined by AND, one code each; no OR, NOT, IN,
 * ranges, or free text, because each of them lets noise be averaged away. Nationality, religion, health, residence
 * status, family, arrival, and exact age are no dimensions and never become any.
 */
export const poolDimensions = [
  'occupation',
  'place',
  'german',
  'availability',
  'education',
  'experience',
  'licence',
  'gender',
  'age',
] as const;
export const PoolDimension = z.enum(poolDimensions);
export type PoolDimension = z.infer<typeof PoolDimension>;

/** Bounds of one question: dimensions in all (`where` and `by` together), groupings among them, cells of the table. */
export const grammarBounds = { dimensions: 4, groupings: 2, cells: 500 } as const;

/** A group of the ISCO-08 tree: one to four digits, each level inside the one before. */
export const OccupationBranch = z.string().regex(/^\d{1,4}$/);

/** A place of the published geography: a Land or Kreis by its AGS, a district, or small districts joined together. */
export const PlaceCode = DistrictCode;

/** Conditions: at most one code for each dimension. */
export const Conditions = z.strictObject({
  occupation: z.optional(OccupationBranch),
  place: z.optional(PlaceCode),
  /** At least this level. */
  german: GermanLevel.exclude(['none']).optional(),
  availability: Availability.optional(),
  education: Education.optional(),
  experience: Experience.optional(),
  licence: Licence.optional(),
  gender: Gender.optional(),
  age: AgeBand.optional(),
});
export type Conditions = z.infer<typeof Conditions>;

/** The codes of dimensions that are flat lists; occupations and places are trees, German is a ladder. */
export const listedCodes = {
  german: germanLevels.slice(1),
  availability: availabilities,
  education: educations,
  experience: experiences,
  licence: licences,
  gender: genders,
  age: ageBands,
} as const satisfies Partial<Record<PoolDimension, readonly string[]>>;

/**
 * What is asked: everybody who meets the conditions, spread out by up to two dimensions. A tree is spread one level
 * below its condition (occupations without condition: sub-major groups, two digits). German is spread cumulatively.
 */
export const PoolQuery = Conditions.safeExtend({
  /** Such as `occupation,place`. */
  by: z
    .string()
    .transform((list) => list.split(',').filter((name) => name !== ''))
    .pipe(
      z
        .array(PoolDimension)
        .max(grammarBounds.groupings)
        .refine((names) => new Set(names).size === names.length),
    )
    .default([]),
})
  .refine(({ by, ...where }) => dimensionsOf(where, by).length <= grammarBounds.dimensions, {
    params: { code: 'tooManyDimensions' },
  })
  .refine(({ by, ...where }) => by.every((name) => isSpreadable(name, where)), {
    path: ['by'],
    params: { code: 'alreadyFixed' },
  })
  .refine(({ by, ...where }) => isCoarseEnough(where, by), { params: { code: 'tooFineForPersons' } });
export type PoolQuery = z.infer<typeof PoolQuery>;

/** Dimensions in the order of the grammar, each once. */
export function inOrder(names: readonly PoolDimension[]): PoolDimension[] {
  return poolDimensions.filter((name) => names.includes(name));
}

/** The one spelling of a question as it stands in an address: sorted, `german=B1&occupation=72`. */
export function questionText(where: Conditions, by: readonly PoolDimension[]): string {
  const spread = inOrder(by).join(',');
  const parts = poolDimensions.flatMap((name) => (where[name] ? [`${name}=${where[name]}`] : []));
  return (spread === '' ? parts : [...parts, `by=${spread}`]).toSorted().join('&');
}

/** The dimensions that a question uses, each once, in the order of the list. */
export function dimensionsOf(where: Conditions, by: readonly PoolDimension[]): PoolDimension[] {
  return poolDimensions.filter((name) => where[name] !== undefined || by.includes(name));
}

/** A list that is fixed to one code cannot be spread out; a tree can, below its condition. */
function isSpreadable(name: PoolDimension, where: Conditions): boolean {
  if (name === 'occupation') return (where.occupation ?? '').length < 4;
  return name === 'place' || where[name] === undefined;
}

/** Gender and age tell most about persons: not below sub-major groups, and not below a region (Land or Kreis). */
function isCoarseEnough(where: Conditions, by: readonly PoolDimension[]): boolean {
  const used = dimensionsOf(where, by);
  if (!used.includes('gender') && !used.includes('age')) return true;
  const digits = (where.occupation ?? '').length;
  const finest = by.includes('occupation') ? Math.max(digits + 1, 2) : digits;
  const isRegion = where.place === undefined || /^\d{2}(\d{3})?$/.test(where.place);
  return finest <= 2 && isRegion && !by.includes('place');
}
