import type { OccupationCode, OccupationGroup } from '@kannwas/schema/codes';
import type { FieldId } from './fields.ts';
import groupsInEnglish from './groups/en.json' with { type: 'json' };
import codes from './occupations/codes.json' with { type: 'json' };

export type OccupationId = keyof typeof codes;

/** An everyday occupation: what people call their work, with its official codes. */
export type Occupation = {
  readonly id: OccupationId;
  /** ISCO-08 unit group, four digits. */
  readonly isco: OccupationCode;
  /** KldB 2010, five digits; the last is the level, from 1 Helfer to 4 Experte. */
  readonly kldb: string;
  readonly field: FieldId;
};

/** A language's occupations: the label that is shown, and words that are only searched and never shown. */
export type OccupationTexts = Record<
  OccupationId,
  { readonly label: string; readonly words: readonly string[] }
>;

/** A language's names of groups: ISCO-08 major and sub-major groups, the unit groups in use, country groups. */
export type GroupTexts = typeof groupsInEnglish;

/** All everyday occupations, in the order in which a field shows them. */
export const occupations: readonly Occupation[] = Object.entries(codes).map(([id, code]) => ({
  ...code,
  id: id as OccupationId,
  field: code.field as FieldId,
}));

const groupCodes = Object.keys(groupsInEnglish.occupationGroups).sort();

/** The 10 major groups of ISCO-08: one digit. */
export const majorGroups: readonly string[] = groupCodes.filter((code) => code.length === 1);

/** The 43 sub-major groups of ISCO-08: two digits. The pool counts by these. */
export const occupationGroups: readonly OccupationGroup[] = groupCodes.filter((code) => code.length === 2);

/** The ISCO-08 unit groups that an everyday occupation leads to. */
export const unitGroups: readonly OccupationCode[] = [...new Set(occupations.map(({ isco }) => isco))].sort();

/** The unit group of an everyday occupation: this is what an answer stores. */
export function unitGroupOf(id: OccupationId): OccupationCode {
  return codes[id].isco;
}

/** The sub-major group that a unit group belongs to. */
export function groupOf(unitGroup: OccupationCode): OccupationGroup {
  return unitGroup.slice(0, 2);
}

/** The plain name of a unit group, or undefined when no everyday occupation leads to it. */
export function unitGroupLabel(texts: GroupTexts, unitGroup: OccupationCode): string | undefined {
  const labels: Readonly<Record<string, string>> = texts.unitGroups;
  return labels[unitGroup];
}

/** The plain name of a major or sub-major group, or undefined when ISCO-08 has no such group. */
export function occupationGroupLabel(texts: GroupTexts, group: OccupationGroup): string | undefined {
  const labels: Readonly<Record<string, string>> = texts.occupationGroups;
  return labels[group];
}
