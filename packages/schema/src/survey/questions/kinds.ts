import * as z from 'zod/mini';
import { Uuid } from '../../codes.ts';
import { calendars, toGregorian, yearNow } from '../written/years.ts';

const year = z.strictObject({
  year: z.int().check(
    z.minimum(1900),
    z.refine((year) => year <= yearNow(), { params: { code: 'future' } }),
  ),
  about: z.boolean(),
  said: z.exactOptional(
    z.union([
      z.strictObject({ calendar: z.enum(calendars), year: z.int().check(z.minimum(1), z.maximum(2100)) }),
      z.strictObject({ age: z.int().check(z.minimum(0), z.maximum(120)) }),
    ]),
  ),
});
/**
 * A year of a person's life, Gregorian; `about` says that it is an estimate. `said` keeps how the person counted: in
 * another calendar (of two Gregorian years the one that holds more of it), or by their age. The future is refused.
 */
export const Year = year.check(
  z.refine(
    ({ year, said }) => !said || !('calendar' in said) || toGregorian(said.calendar, said.year) === year,
    {
      params: { code: 'calendar' },
    },
  ),
);
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

/** Something said into the phone: the sound lies apart, under an id made on the phone. */
export const Voice = z.strictObject({
  recording: Uuid,
  seconds: z.int().check(z.minimum(1), z.maximum(60)),
});
export type Voice = z.infer<typeof Voice>;

/** How well somebody speaks, reads, or writes a language: five pictured points, worst first. */
export const Skill = z.enum(['none', 'a-little', 'everyday', 'well', 'very-well']);
export type Skill = z.infer<typeof Skill>;

/** Some of a closed list, at least one; `none` among them stands alone on screen. */
export const someOf = <const Codes extends readonly [string, ...string[]]>(
  codes: Codes,
  most: number = codes.length,
) => z.array(z.enum(codes)).check(z.minLength(1), z.maxLength(most));
