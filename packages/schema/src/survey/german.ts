import type { GermanLevel } from '../snapshots.ts';
import { type Answers, type Said, said } from './questions.ts';

/**
 * An assumption of ours: where no certificate tells, speaking as the person judges it stands for a CEFR level, on the
 * cautious side (people who judge themselves often say one level too much). C1 is only for a certificate.
 */
export const levelBySkill = {
  none: 'none',
  'a-little': 'A1',
  everyday: 'A2',
  well: 'B1',
  'very-well': 'B2',
} as const satisfies Record<Said<'germanSpeaking'>, GermanLevel>;

/** The level of a certificate, as far as levels are told apart. */
export function levelOfCertificate(certificate: Said<'germanCertificate'>): GermanLevel | undefined {
  if (certificate === 'none') return undefined;
  return certificate === 'C2' ? 'C1' : certificate;
}

/** The level of German that follows from what a person said; undefined where nothing was. */
export function germanLevelOf(answers: Answers): GermanLevel | undefined {
  const certificate = said(answers, 'germanCertificate');
  const speaking = said(answers, 'germanSpeaking');
  return (certificate && levelOfCertificate(certificate)) ?? (speaking && levelBySkill[speaking]);
}
