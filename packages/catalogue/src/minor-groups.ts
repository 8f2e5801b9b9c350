import type { StaffLanguage } from '@kannwas/schema/codes';
import type minorGroupsInEnglish from './languages/en/minor-groups.json';
import { unitGroups } from './occupations.ts';

/** Names of the ISCO-08 minor groups that an everyday occupation leads to: between sub-major and unit groups. */
export type MinorGroupTexts = typeof minorGroupsInEnglish;

/** In the languages of staff only: newcomers choose everyday occupations and never see a minor group. */
export function minorGroupTexts(language: StaffLanguage): Promise<{ readonly default: MinorGroupTexts }> {
  return import(`./languages/${language}/minor-groups.json`, { with: { type: 'json' } });
}

/** The ISCO-08 minor groups, three digits, that a unit group of ours lies in. */
export const minorGroups: readonly string[] = [...new Set(unitGroups.map((code) => code.slice(0, 3)))];

/** The plain name of a minor group, or undefined when no everyday occupation leads to it. */
export function minorGroupLabel(texts: MinorGroupTexts, group: string): string | undefined {
  const labels: Readonly<Record<string, string>> = texts;
  return labels[group];
}
