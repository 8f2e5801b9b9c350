import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutoffOf, identifies, stageOf, stages } from './retention.ts';

test('answers are asked about after the months of the site, leave the pool three later, and end three after that', () => {
  const said = new Date('2026-01-31T10:00:00Z');
  const at = (day: string) => stageOf(said, 12, new Date(`${day}T12:00:00Z`));
  expect(at('2027-01-30')).toBe('fresh');
  expect(at('2027-01-31')).toBe('ask');
  expect(at('2027-04-30')).toBe('ask');
  expect(at('2027-05-01')).toBe('resting');
  expect(at('2027-08-01')).toBe('over');
});

test('the longer ago, the later the stage, and none is left out', () => {
  const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(time, time, fc.integer({ min: 1, max: 60 }), (one, other, months) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      const said = new Date('2019-12-31');
      const reached = (now: Date) => stages.indexOf(stageOf(said, months, now));
      expect(reached(earlier)).toBeLessThanOrEqual(reached(later));
      expect(cutoffOf('over', months, later) < cutoffOf('resting', months, later)).toBe(true);
    }),
  );
});

test('what somebody said in their own words goes, what many say alike stays', () => {
  const going = [
    'callName',
    'strengthExample',
    'strengthVoice',
    'consider',
    'appraisal',
    'consentPool',
  ] as const;
  expect(going.filter(identifies)).toEqual(going);
  expect((['germanSpeaking', 'district', 'consentStatistics'] as const).filter(identifies)).toEqual([]);
});
