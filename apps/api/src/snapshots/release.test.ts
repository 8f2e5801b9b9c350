import type { Answers, Slot } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { expect, test } from 'vitest';
import { coarsen } from './release.ts';

const yes = { given: true, version: consentVersion };
const no = { given: false, version: consentVersion };
const at = { year: 2026, districts: new Set(['15087220']) };

const amal: Answers = {
  consentPool: yes,
  consentStatistics: yes,
  callName: 'Amal',
  birthYear: { year: 1991, about: true },
  gender: 'female',
  district: '15087220',
  educationCountry: 'SY',
  germanSpeaking: 'well',
  experienceKind: 'own-business',
  experienceOccupation: '7531',
  experienceDuration: '6-10',
  education: 'upper-secondary',
  licences: ['B', 'CE', 'C', 'other'],
  availableFor: ['language-course', 'work', 'recognition'],
  consider: 'Mein Sohn ist krank.',
};

const releasedOf = (answers: Answers, conflicts: Slot[] = []) =>
  coarsen({ answers: { ...amal, ...answers }, conflicts }, at);

test('of a whole person only a few coarse facts leave', () => {
  expect(releasedOf({})).toEqual({
    inPool: true,
    inCoverage: true,
    occupations: ['7531'],
    district: '15087220',
    german: 'B1',
    availability: ['course', 'work'],
    experience: '3-10',
    education: 'school',
    licences: ['car', 'truck'],
    ageBand: '25-44',
    gender: 'female',
    countryGroup: 'middle-east',
  });
});

test('a certificate outweighs what somebody says of their own German, in either direction', () => {
  expect(releasedOf({ germanCertificate: 'A1' })?.german).toBe('A1');
  expect(releasedOf({ germanCertificate: 'C2' })?.german).toBe('C1');
  expect(releasedOf({ germanCertificate: 'none' })?.german).toBe('B1');
  expect(releasedOf({ germanCertificate: 'no-answer' })?.german).toBe('B1');
  expect(releasedOf({ germanSpeaking: 'none', germanCertificate: 'B2' })?.german).toBe('none');
});

test('of several kinds of work three occupations leave, with the longest experience', () => {
  const more = (entry: string, occupation: string): Answers => ({
    [`experienceKind/${entry}`]: 'paid',
    [`experienceOccupation/${entry}`]: occupation,
    [`experienceDuration/${entry}`]: entry === 'b' ? 'over-10' : 'under-1',
  });
  const several = { ...more('a', '5120'), ...more('b', '7531'), ...more('c', '6130'), ...more('d', '2221') };
  expect(releasedOf(several)).toMatchObject({ occupations: ['7531', '5120', '6130'], experience: 'over-10' });
  expect(releasedOf({ ...several, experienceRemoved: 'removed' })?.occupations).toEqual([
    '5120',
    '7531',
    '6130',
  ]);
});

test('the highest of school and training leaves, and a training only when it was finished', () => {
  const trained = { trainedAny: 'yes', trainingKind: 'university' } as const;
  expect(releasedOf({ ...trained, trainingResult: 'with-paper' })?.education).toBe('academic');
  expect(releasedOf({ ...trained, trainingResult: 'not-finished' })?.education).toBe('school');
  expect(releasedOf({ schoolRung: 'general/primary' })?.education).toBe('basic');
  expect(releasedOf({ everAtSchool: 'no' })?.education).toBe('basic');
});

test('without consent to the pool nothing about work leaves, without any nothing at all', () => {
  expect(releasedOf({ consentPool: no })).toEqual({
    inPool: false,
    inCoverage: true,
    district: '15087220',
    ageBand: '25-44',
    gender: 'female',
    countryGroup: 'middle-east',
  });
  expect(releasedOf({ consentPool: no, consentStatistics: no })).toBeUndefined();
  expect(releasedOf({ consentPool: null, consentStatistics: 'no-answer' })).toBeUndefined();
});

test('a consent in conflict is no consent', () => {
  expect(releasedOf({}, ['consentPool'])?.inPool).toBe(false);
  expect(releasedOf({}, ['consentPool', 'consentStatistics'])).toBeUndefined();
});

test.each<[Slot, string]>([
  ['experienceOccupation', 'occupations'],
  ['experienceDuration', 'experience'],
  ['education', 'education'],
  ['licences', 'licences'],
  ['district', 'district'],
  ['germanSpeaking', 'german'],
  ['availableFor', 'availability'],
  ['birthYear', 'ageBand'],
  ['gender', 'gender'],
  ['educationCountry', 'countryGroup'],
])('%s in conflict, declined, or taken back leaves no %s', (question, column) => {
  expect(releasedOf({}, [question])).not.toHaveProperty(column);
  expect(releasedOf({ [question]: 'no-answer' })).not.toHaveProperty(column);
  expect(releasedOf({ [question]: null })).not.toHaveProperty(column);
});

test('what is no longer asked does not leave', () => {
  expect(releasedOf({ experienceKind: 'none-yet' })).not.toHaveProperty('occupations');
});

test('unknown codes do not leave', () => {
  expect(releasedOf({ district: 'moved-to-mars' })).not.toHaveProperty('district');
  expect(releasedOf({ experienceOccupation: '9999' })).not.toHaveProperty('occupations');
  expect(releasedOf({ educationCountry: 'ZZ' })).not.toHaveProperty('countryGroup');
});

test('the age band counts from the year of publication', () => {
  const bandOf = (year: number) => releasedOf({ birthYear: { year, about: false } })?.ageBand;
  expect([2002, 2001, 1982, 1981, 1967, 1966].map(bandOf)).toEqual([
    'under-25',
    '25-44',
    '25-44',
    '45-59',
    '45-59',
    '60-and-over',
  ]);
});
