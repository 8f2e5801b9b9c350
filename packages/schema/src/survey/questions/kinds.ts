import * as z from 'zod/mini';

/** A year of a person's life; `about` says that it is an estimate. The future is refused. */
export const Year = z.strictObject({
  year: z.int().check(
    z.minimum(1900),
    z.refine((year) => year <= new Date().getFullYear(), { params: { code: 'future' } }),
  ),
  about: z.boolean(),
});
export type Year = z.infer<typeof Year>;

/** The version of the consent texts now shown; a new wording gets a new version. */
export const consentVersion = '2026-11';

/** One purpose, allowed or not, with the version of the text that the person saw. */
export const Consent = z.strictObject({
  given: z.boolean(),
  version: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
});
export type Consent = z.infer<typeof Consent>;

/** Text in the person's own words, without control characters (a line break is allowed). */
export const ownWords = (most: number) =>
  z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}\p{Cs}]*(\n[^\p{Cc}\p{Cs}]*)*$/u));

/** How well somebody speaks, reads, or writes a language: five pictured points, worst first. */
export const Skill = z.enum(['none', 'a-little', 'everyday', 'well', 'very-well']);
export type Skill = z.infer<typeof Skill>;
