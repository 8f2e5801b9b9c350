import * as z from 'zod/mini';

/** ISO 3166-1 alpha-2 country code, upper case. */
export const CountryCode = z.string().check(z.regex(/^[A-Z]{2}$/));
export type CountryCode = z.infer<typeof CountryCode>;

/** ISO 639-3 language code, lower case. */
export const LanguageCode = z.string().check(z.regex(/^[a-z]{3}$/));
export type LanguageCode = z.infer<typeof LanguageCode>;

/** ISCO-08 unit group: four digits. */
export const OccupationCode = z.string().check(z.regex(/^\d{4}$/));
export type OccupationCode = z.infer<typeof OccupationCode>;

/** A card of the catalogue that shows one piece of work, such as `bake-bread`. */
export const CardCode = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40));
export type CardCode = z.infer<typeof CardCode>;

/** A field of work of the catalogue, as a newcomer recognises it by its picture. */
export const FieldCode = z.string().check(z.regex(/^[a-z]+$/), z.maxLength(20));
export type FieldCode = z.infer<typeof FieldCode>;

/** A rung of a country's school ladder: `SY/basic`, or of the general one: `general/primary`. */
export const RungCode = z
  .string()
  .check(z.regex(/^([A-Z]{2}|general)\/[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
export type RungCode = z.infer<typeof RungCode>;

/** ISCO-08 sub-major group: the first two digits of a unit group. */
export const OccupationGroup = z.string().check(z.regex(/^\d{2}$/));
export type OccupationGroup = z.infer<typeof OccupationGroup>;

/** A district of a site: an AGS (eight digits) or a code that the site made. */
export const DistrictCode = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/));
export type DistrictCode = z.infer<typeof DistrictCode>;

/** A site's short name as it stands in addresses. */
export const SiteId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
export type SiteId = z.infer<typeof SiteId>;

/** UUID version 7, made where the thing itself is made, so that sending it twice is harmless. */
export const Uuid = z.uuidv7().check(z.toLowerCase());
export type Uuid = z.infer<typeof Uuid>;

/** Decides the typeface and the height of lines. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'ethiopic';

type Written = {
  /** What its readers call it, in their script. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** ISO 639-3. */
  spoken: LanguageCode;
  /** The name under which browsers, screen readers, and `Intl` know it. */
  locale: string;
  script: Script;
};

/** The languages of the product, a line each, in the order in which they are offered. */
export const languages = {
  de: { name: 'Deutsch', dir: 'ltr', spoken: 'deu', locale: 'de', script: 'latin' },
  'de-easy': { name: 'Leichte Sprache', dir: 'ltr', spoken: 'deu', locale: 'de-simple', script: 'latin' },
  en: { name: 'English', dir: 'ltr', spoken: 'eng', locale: 'en', script: 'latin' },
  ar: { name: 'العربية', dir: 'rtl', spoken: 'ara', locale: 'ar', script: 'arabic' },
  uk: { name: 'Українська', dir: 'ltr', spoken: 'ukr', locale: 'uk', script: 'cyrillic' },
  ru: { name: 'Русский', dir: 'ltr', spoken: 'rus', locale: 'ru', script: 'cyrillic' },
  fa: { name: 'فارسی', dir: 'rtl', spoken: 'pes', locale: 'fa', script: 'arabic' },
  prs: { name: 'دری', dir: 'rtl', spoken: 'prs', locale: 'fa-AF', script: 'arabic' },
  ps: { name: 'پښتو', dir: 'rtl', spoken: 'pus', locale: 'ps', script: 'arabic' },
  ckb: { name: 'کوردی (سۆرانی)', dir: 'rtl', spoken: 'ckb', locale: 'ckb', script: 'arabic' },
  kmr: { name: 'Kurdî (Kurmancî)', dir: 'ltr', spoken: 'kmr', locale: 'ku', script: 'latin' },
  ti: { name: 'ትግርኛ', dir: 'ltr', spoken: 'tir', locale: 'ti', script: 'ethiopic' },
  so: { name: 'Soomaali', dir: 'ltr', spoken: 'som', locale: 'so', script: 'latin' },
  tr: { name: 'Türkçe', dir: 'ltr', spoken: 'tur', locale: 'tr', script: 'latin' },
  fr: { name: 'Français', dir: 'ltr', spoken: 'fra', locale: 'fr', script: 'latin' },
  ur: { name: 'اردو', dir: 'rtl', spoken: 'urd', locale: 'ur', script: 'arabic' },
} as const satisfies Record<string, Written>;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];
export const Language = z.enum(languageCodes);

/** The languages of the staff's rooms; German comes first because most of them work in German. */
export const staffLanguages = ['de', 'en'] as const satisfies Language[];
export type StaffLanguage = (typeof staffLanguages)[number];
