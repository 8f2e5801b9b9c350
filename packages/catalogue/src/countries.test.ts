import { CountryCode } from '@kannwas/schema/codes';
import { expect, test } from 'vitest';
import { countries, countryGroup, countryGroups } from './countries.ts';

test('the 249 countries of ISO 3166-1 and Kosovo are each counted in one group', () => {
  expect(countries).toHaveLength(250);
  for (const country of countries) expect(countryGroups).toContain(countryGroup(CountryCode.parse(country)));
});

test('no country stands in two groups', () => {
  expect(new Set(countries).size).toBe(countries.length);
});

test.each([
  ['UA', 'ukraine'],
  ['SY', 'middle-east'],
  ['AF', 'south-asia'],
  ['ER', 'east-africa'],
  ['XK', 'western-balkans'],
  ['MA', 'north-africa'],
  ['GN', 'other-africa'],
  ['VE', 'elsewhere'],
])('a school in %s is counted under %s', (country, group) => {
  expect(countryGroup(country)).toBe(group);
});

test('a code that is no country has no group', () => {
  expect(countryGroup('ZZ')).toBeUndefined();
  expect(countryGroup('constructor')).toBeUndefined();
});
