import type { OccupationCode } from '@kannwas/schema/codes';
import { entriesOf } from '@kannwas/schema/survey/entries';
import { type Answers, said } from '@kannwas/schema/survey/questions';
import { recognitionFor } from '../germany/recognition.ts';
import { type Step, stepFor } from './step.ts';

/** What a person has learned and done of one ISCO-08 unit group. */
type Known = { trained: boolean; paper: boolean; worked: boolean; long: boolean };

/** A list that goes on for ever helps nobody: what was learned comes first, then what was done. */
const mostOccupations = 3;

/** Recognition, practical tests, and papers, for each occupation that was learned or done. */
export function occupationSteps(answers: Answers): Step[] {
  const known = knownOccupations(answers);
  const ofOccupations = [...known]
    .slice(0, mostOccupations)
    .flatMap(([occupation, what]) => [
      ...recognitionSteps(answers, occupation, what),
      ...testSteps(answers, occupation, what),
    ]);
  return [...ofOccupations, ...documentSteps(answers)];
}

function recognitionSteps(answers: Answers, occupation: OccupationCode, known: Known): Step[] {
  const result = resultFor(answers, occupation);
  const recognition = recognitionFor(occupation);
  const { trained, paper, worked, long } = known;
  const adviser = said(answers, 'nextSteps')?.includes('recognition') ?? false;
  // Skills without training can be looked at only where the catalogue knows a chamber that does so, after years.
  const reachable =
    trained || recognition.regulated !== 'no' || (long && recognition.explained.includes('validation'));
  if (result === 'equal' || !(reachable || adviser)) return [];
  const own =
    said(answers, 'goal') === 'my-occupation' ||
    (said(answers, 'availableFor')?.includes('recognition') ?? false) ||
    (said(answers, 'helpMost')?.includes('recognition') ?? false);
  return stepFor(
    'recognition',
    [
      ['ongoing', result === 'ongoing'],
      ['partly', result === 'partly'],
      ['notRecognised', result === 'not'],
      ['trained', trained],
      ['worked', worked],
      ['withoutPaper', trained && !paper],
      ['ownOccupation', own],
      ['dontKnowHow', said(answers, 'recognitionWhyNot')?.includes('dont-know-how') ?? false],
      ['adviser', adviser],
    ],
    { code: `recognition-${occupation}`, occupation, recognition },
  );
}

function testSteps(answers: Answers, occupation: OccupationCode, { trained, paper, worked }: Known): Step[] {
  const recognition = recognitionFor(occupation);
  if (!recognition.practicalTest || resultFor(answers, occupation) === 'equal') return [];
  return stepFor(
    'test',
    [
      ['worked', worked],
      ['trained', trained],
      ['withoutPaper', !paper],
      ['adviser', said(answers, 'nextSteps')?.includes('practical-test') ?? false],
    ],
    { code: `test-${occupation}`, occupation, recognition },
  );
}

function documentSteps(answers: Answers): Step[] {
  const away = entriesOf(answers, 'training').some((entry) => {
    const where = said(answers, 'trainingDocument', entry);
    return where === 'at-home' || where === 'lost';
  });
  const school = said(answers, 'schoolCertificate');
  return stepFor('documents', [
    ['papersAway', away || school === 'at-home' || school === 'lost'],
    ['papersMissing', said(answers, 'recognitionWhyNot')?.includes('missing-documents') ?? false],
  ]);
}

/** What the authority said about this occupation; an application that names none is about whatever was learned. */
function resultFor(answers: Answers, occupation: OccupationCode) {
  if (said(answers, 'recognitionApplied') !== 'yes') return undefined;
  const about = said(answers, 'recognitionFor') ?? occupation;
  return about === occupation ? said(answers, 'recognitionResult') : undefined;
}

/** Occupations that were learned, then those that were only done; care and housework at home are no occupation to be recognised. */
function knownOccupations(answers: Answers): Map<OccupationCode, Known> {
  const known = new Map<OccupationCode, Known>();
  const add = (occupation: OccupationCode | undefined, more: Partial<Known>) => {
    if (occupation === undefined) return;
    const before = known.get(occupation) ?? { trained: false, paper: false, worked: false, long: false };
    const or = (name: keyof Known) => before[name] || (more[name] ?? false);
    known.set(occupation, {
      trained: or('trained'),
      paper: or('paper'),
      worked: or('worked'),
      long: or('long'),
    });
  };
  for (const entry of entriesOf(answers, 'training')) {
    const paper = said(answers, 'trainingResult', entry) === 'with-paper';
    add(said(answers, 'trainingFor', entry), { trained: true, paper });
  }
  for (const entry of entriesOf(answers, 'experience')) {
    const kind = said(answers, 'experienceKind', entry);
    if (kind === undefined || atHome.has(kind)) continue;
    const duration = said(answers, 'experienceDuration', entry) ?? '';
    add(said(answers, 'experienceOccupation', entry), { worked: true, long: years.has(duration) });
  }
  return known;
}

const atHome: ReadonlySet<string> = new Set(['household', 'care', 'none-yet']);
const years: ReadonlySet<string> = new Set(['3-5', '6-10', 'over-10']);
