import { said } from '@kannwas/schema/survey/questions';
import { type Facts, languagesOf, present, tasksOf } from './facts.ts';

/** A CV as https://jsonresume.org/schema (version 1) has it. */
export function jsonResume(facts: Facts, madeAt: Date): Record<string, unknown> {
  const { answers, text, line, words, trainings, experiences } = facts;
  const countryOf = (entry: string | undefined) => said(answers, 'experienceCountry', entry);
  const school = text('schoolRung') ?? text('education');
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: present({
      name: text('callName'),
      label: text('experienceOccupation'),
      summary: text('strengthExample'),
      location: present({ city: text('district'), countryCode: text('district') && 'DE' }),
    }),
    work: experiences.map((entry) =>
      present({
        position: text('experienceOccupation', entry) ?? text('experienceOwnWords', entry),
        location: countryOf(entry) && text('experienceCountry', entry),
        endDate: yearOf(said(answers, 'experienceLastYear', entry)),
        summary: line(text('experienceKind', entry), text('experienceDuration', entry)),
        highlights: tasksOf(facts, entry),
      }),
    ),
    education: [
      ...(school ? [present({ area: school, studyType: words.survey.chapters.school })] : []),
      ...trainings.map((entry) =>
        present({
          area: text('trainingFor', entry) ?? text('trainingField', entry),
          studyType: text('trainingKind', entry),
          score: text('trainingResult', entry),
        }),
      ),
    ],
    certificates: [
      ...certificates(text('papers') === undefined ? [] : (said(answers, 'papers') ?? []), facts),
      ...(hasCertificate(facts) ? [{ name: `Deutsch ${said(answers, 'germanCertificate')}` }] : []),
    ],
    skills: (['machines', 'digital', 'licences', 'strengths'] as const).flatMap((question) => {
      const chosen: readonly string[] = text(question) === undefined ? [] : (said(answers, question) ?? []);
      const keywords = chosen
        .filter((option) => option !== 'none')
        .map((option) => one(facts, question, option));
      return keywords.length > 0 ? [{ name: words.label(question), keywords }] : [];
    }),
    languages: languagesOf(facts).map(({ code, speaking }) =>
      present({ language: words.spoken(code), fluency: speaking }),
    ),
    meta: { version: 'v1.0.0', lastModified: madeAt.toISOString().slice(0, 19) },
  };
}

const yearOf = (year: { year: number } | undefined) => (year ? String(year.year) : undefined);

export const hasCertificate = ({ answers, text }: Facts): boolean =>
  text('germanCertificate') !== undefined && said(answers, 'germanCertificate') !== 'none';

const certificates = (papers: readonly string[], facts: Facts) =>
  papers.filter((paper) => paper !== 'none').map((paper) => ({ name: one(facts, 'papers', paper) }));

/** One option of several in words. */
function one(
  { words }: Facts,
  question: 'machines' | 'digital' | 'licences' | 'strengths' | 'papers',
  option: string,
): string {
  return words.answer(question, option, []) ?? option;
}
