import type { CourseLevel } from '@kannwas/schema/offers';
import { germanLevelOf } from '@kannwas/schema/survey/german';
import { type Answers, said } from '@kannwas/schema/survey/questions';
import { type Step, stepFor } from './step.ts';

/** The level that comes after each; nobody is sent to a course above C1. */
const after = { none: 'A1', A1: 'A2', A2: 'B1', B1: 'B2', B2: 'C1', C1: undefined } as const;

/** Learning German, and showing it. */
export function germanSteps(answers: Answers): Step[] {
  const now = germanLevelOf(answers);
  const alphabets = said(answers, 'alphabets');
  const script = alphabets !== undefined && !alphabets.includes('latin');
  const level: CourseLevel | undefined = script ? 'A1' : now && after[now];
  const adviser = said(answers, 'nextSteps')?.includes('language-course') ?? false;
  const wants =
    said(answers, 'goal') === 'german' ||
    (said(answers, 'availableFor')?.includes('language-course') ?? false) ||
    (said(answers, 'helpMost')?.includes('language-course') ?? false);
  // Whoever has B2 gets along at most work: a further course is for those who wish for it.
  const needs = level !== undefined && level !== 'C1';
  const learn = stepFor(
    'german',
    [
      ['script', script],
      ['nextLevel', needs && !script],
      ['nextLevel', level === 'C1' && (wants || adviser)],
      ['wantsGerman', wants],
      ['adviser', adviser],
    ],
    { level },
  );
  const speaking = said(answers, 'germanSpeaking');
  const good = speaking === 'well' || speaking === 'very-well';
  const unproven = good && said(answers, 'germanCertificate') === 'none';
  return [...learn, ...stepFor('certificate', [['noCertificate', unproven]])];
}
