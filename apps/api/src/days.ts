import { type Language, languages } from '@kannwas/schema/codes';

// Shortly after midnight it is yesterday in UTC, but not where papers are read.
const timeZone = 'Europe/Berlin';
// Swedes write a date as ISO 8601 does.
const iso = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The day in Germany: 2026-11-27. */
export const isoDay = (time: Date): string => iso.format(time);

/** Writes a day of the German calendar in a language, in the digits of our texts. Making a format costs more than using it. */
export function daysIn(language: Language): (day: Date) => string {
  const format = new Intl.DateTimeFormat(languages[language].locale, {
    dateStyle: 'long',
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
  });
  return (day) => format.format(day);
}
