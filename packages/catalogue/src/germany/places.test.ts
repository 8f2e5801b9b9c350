import { expect, test } from 'vitest';
import { kreise, kreisOf, lands } from './places.ts';

test('Germany has 16 Länder and 400 Kreise, each in its Land', () => {
  expect(lands).toHaveLength(16);
  expect(kreise).toHaveLength(400);
  expect(new Set(kreise.map(({ ags }) => ags)).size).toBe(400);
  for (const { ags, land } of kreise) expect(ags.slice(0, 2)).toBe(land);
  expect(new Set(kreise.map(({ land }) => land))).toEqual(new Set(lands.map(({ code }) => code)));
});

test('a name that two neighbours share tells the city from the Kreis', () => {
  const names = kreise.map(({ name, land, city }) => `${name} ${land} ${city}`);
  expect(new Set(names).size).toBe(400);
});

test('Hettstedt lies in Mansfeld-Südharz', () => {
  expect(kreisOf('15087220')).toMatchObject({ ags: '15087', name: 'Mansfeld-Südharz', land: '15' });
});

test('Eisenach is found in the Kreis that it joined', () => {
  expect(kreisOf('16056000')?.name).toBe('Wartburgkreis');
  expect(kreisOf('99999')).toBeUndefined();
});
