/** Calendars in which people count their years, beside the Gregorian. */
export const calendars = ['persian', 'islamic', 'ethiopic'] as const;
export type Calendar = (typeof calendars)[number];

/** The present Gregorian year. */
export const yearNow = (): number => new Date().getUTCFullYear();

// Mean lengths of a year in days, and the day (counted from 1 January of the Gregorian year 1) on which year 1 began:
// Reingold and Dershowitz, Calendrical Calculations, 4th edition, chapters 3, 4, 7, and 15.
const gregorian = 365.2425;
const began = {
  persian: { length: 365.24219, first: 226_896 },
  islamic: { length: 10_631 / 30, first: 227_015 },
  ethiopic: { length: 365.25, first: 2796 },
} as const satisfies Record<Calendar, { length: number; first: number }>;

/** The Gregorian year in which the middle of a year of another calendar lies, so the one that holds more of it. */
export function toGregorian(calendar: Calendar, year: number): number {
  const { length, first } = began[calendar];
  return Math.floor((first - 1 + (year - 0.5) * length) / gregorian) + 1;
}
