import * as z from 'zod';
import { DistrictCode } from '../codes.ts';
import { Epoch } from '../snapshots.ts';
import { Conditions, PlaceCode } from './grammar.ts';

/** A count that went through disclosure control; `protect` in packages/disclosure is its only maker. */
export const SafeCount = z.int().brand<'SafeCount', 'inout'>();
export type SafeCount = z.infer<typeof SafeCount>;

/** A published count; null reads "<10" and stands for 0 to 9: empty and small look alike. */
export const Published = SafeCount.nullable();
export type Published = z.infer<typeof Published>;

/** A place of the published geography, and the site's districts it is made of. Small districts are joined together. */
export const Place = z.strictObject({
  code: PlaceCode,
  /** The next broader place; null at the top. */
  within: z.nullable(PlaceCode),
  districts: z.array(DistrictCode).min(1),
});
export type Place = z.infer<typeof Place>;

/**
 * One cell: its codes of the dimensions that are spread out. With two of them there are also rows with one code only,
 * the margins. Tables are not additive: each number has its own noise.
 */
export const PoolRow = Conditions.safeExtend({
  count: Published,
  /** Not shown by a rule of the whole table (one category holds nearly everybody, or would stand alone). */
  hidden: z.literal(true).optional(),
});
export type PoolRow = z.infer<typeof PoolRow>;

/** Why a question has no table. All follow from published numbers alone and say nothing more. */
export const refusals = ['base-too-small', 'too-sparse', 'too-alike'] as const;

/** A broader question that has an answer. */
export const Broader = z.strictObject({ where: Conditions, count: SafeCount });
export type Broader = z.infer<typeof Broader>;

export const PoolTable = z.strictObject({
  epoch: Epoch,
  /** Everybody who meets the conditions; null also when the question was refused. */
  total: Published,
  refused: z.enum(refusals).nullable(),
  /** Every possible cell in the order of the code lists, so that neither order nor absence tells anything. */
  rows: z.array(PoolRow),
  /** Where the total is withheld or refused: the nearest broader questions whose answer is published. */
  broader: z.array(Broader),
});
export type PoolTable = z.infer<typeof PoolTable>;
