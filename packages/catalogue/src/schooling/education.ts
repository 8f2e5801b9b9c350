import type { StaffLanguage } from '@kannwas/schema/codes';
import type { Said } from '@kannwas/schema/survey/questions';
import type educationInEnglish from '../languages/en/education.json';
import type narrowInEnglish from '../languages/en/education-narrow.json';
import fields from './education/fields.json' with { type: 'json' };

/** ISCED 2011 level. */
export type IscedLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const iscedLevels: readonly IscedLevel[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Level of the European (EQF) and of the German (DQR) qualifications framework: they count alike. */
export type EqfLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const eqfLevels: readonly EqfLevel[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** ISCED-F 2013 broad field: two digits. The survey asks for it, and has its name and its picture. */
export type EducationField = Exclude<Said<'trainingField'>, 'other'>;

export type EducationTexts = typeof educationInEnglish;

/** ISCED-F 2013 narrow fields of each broad one: three digits. Named in the languages of staff only. */
const narrowFields: Readonly<Record<EducationField, string>> = fields;

/** The broad fields of ISCED-F 2013 in the order of the classification, each with its narrow ones. */
export const educationFields: readonly {
  readonly id: EducationField;
  readonly narrow: readonly string[];
}[] = Object.entries(narrowFields)
  // Keys like "10" come first in an object, whatever the order in the file.
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([id, narrow]) => ({ id: id as EducationField, narrow: narrow.split(' ') }));

/** The broad field that a narrow or detailed field belongs to. */
export function educationFieldOf(code: string): EducationField | undefined {
  return educationFields.find(({ id }) => code.startsWith(id))?.id;
}

/** The name of an ISCED level, or undefined for a number that is none. */
export function iscedLabel(texts: EducationTexts, level: number): string | undefined {
  const labels: Readonly<Record<string, string>> = texts.isced;
  return labels[level];
}

/** Names of the narrow fields: staff and researchers code by them, newcomers choose a broad field. */
export function narrowFieldTexts(
  language: StaffLanguage,
): Promise<{ readonly default: typeof narrowInEnglish }> {
  return import(`../languages/${language}/education-narrow.json`, { with: { type: 'json' } });
}
