import { expect, test } from 'vitest';
import { bothGenders } from './lists.ts';

test('a label for both genders is two names, where the language writes them so', () => {
  expect(bothGenders('Koch/Köchin', 'de')).toEqual(['Koch', 'Köchin']);
  expect(bothGenders('Techniker/-in', 'de')).toEqual(['Techniker', 'Technikerin']);
  expect(bothGenders('directeur technique/directrice technique', 'fr')).toEqual([
    'directeur technique',
    'directrice technique',
  ]);
  expect(bothGenders('المدير الفني / المديرة الفنية', 'ar')).toEqual(['المدير الفني', 'المديرة الفنية']);
});

test('a stroke within a name stays', () => {
  expect(bothGenders('CAD/CAM operator', 'en')).toEqual(['CAD/CAM operator']);
  expect(bothGenders('Elektro-/Elektronikmonteur', 'de')).toEqual(['Elektro-/Elektronikmonteur']);
});
