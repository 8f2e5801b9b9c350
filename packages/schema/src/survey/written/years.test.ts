import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Year } from '../questions/kinds.ts';
import { type Calendar, calendars, toGregorian } from './years.ts';

const day = 86_400_000;
const ids = { persian: 'persian', islamic: 'islamic-civil', ethiopic: 'ethiopic' } as const;

/** How many days of a year of another calendar lie in each Gregorian year, by the calendars of the machine. */
function daysIn(calendar: Calendar): Map<number, Map<number, number>> {
  const format = new Intl.DateTimeFormat(`en-u-ca-${ids[calendar]}`, { year: 'numeric', timeZone: 'UTC' });
  const years = new Map<number, Map<number, number>>();
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2030, 0, 1); time += day) {
    const year = Number(format.formatToParts(time).find(({ type }) => type === 'year')?.value);
    const days = years.get(year) ?? new Map<number, number>();
    const gregorian = new Date(time).getUTCFullYear();
    years.set(year, days.set(gregorian, (days.get(gregorian) ?? 0) + 1));
  }
  return years;
}

test.each(calendars)('a year of the %s calendar is the Gregorian year that holds most of it', (calendar) => {
  const whole = [...daysIn(calendar)].slice(1, -1);
  for (const [year, days] of whole) {
    const most = Math.max(...days.values());
    expect([year, days.get(toGregorian(calendar, year))]).toEqual([year, most]);
  }
  expect(whole.length).toBeGreaterThan(120);
});

test('later years never become earlier ones', () => {
  fc.assert(
    fc.property(fc.constantFrom(...calendars), fc.integer({ min: 1, max: 2000 }), (calendar, year) => {
      expect(toGregorian(calendar, year + 1)).toBeGreaterThanOrEqual(toGregorian(calendar, year));
    }),
  );
});

test('a year keeps how the person counted, and refuses a count that names another year', () => {
  const said = { calendar: 'persian', year: 1366 } as const;
  expect(Year.safeParse({ year: 1987, about: false, said }).success).toBe(true);
  expect(Year.safeParse({ year: 1990, about: false, said }).success).toBe(false);
  expect(Year.safeParse({ year: 2006, about: true, said: { age: 20 } }).success).toBe(true);
});
