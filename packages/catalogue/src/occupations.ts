import type { OccupationCode, OccupationGroup } from '@kannwas/schema/codes';
import type fieldCodes from './fields/codes.json';
import type groupsInEnglish from './languages/en/groups.json';
import codes from './occupations/codes.json' with { type: 'json' };

export type OccupationId = keyof typeof codes;

/** An everyday occupation: what people call their work, with its official codes. */
export type Occupation = {
  readonly id: OccupationId;
  /** ISCO-08 unit group, four digits. */
  readonly isco: OccupationCode;
  /** KldB 2010, five digits; the last is the level, from 1 Helfer to 4 Experte. */
  readonly kldb: string;
  readonly field: keyof typeof fieldCodes;
};

/** A language's occupations: the label that is shown, and words that are only searched and never shown. */
export type OccupationTexts = Record<
  OccupationId,
  { readonly label: string; readonly words: readonly string[] }
>;

/** A language's names of groups: all four levels of ISCO-08, and country groups. */
export type GroupTexts = typeof groupsInEnglish;

/** All everyday occupations, in the order in which a field shows them. */
export const occupations: readonly Occupation[] = Object.entries(codes).map(([id, code]) => ({
  ...code,
  id: id as OccupationId,
  field: code.field as keyof typeof fieldCodes,
}));

/** The 43 sub-major groups of ISCO-08: two digits. */
export const occupationGroups: readonly OccupationGroup[] = (
  '01 02 03 11 12 13 14 21 22 23 24 25 26 31 32 33 34 35 41 42 43 44 ' +
  '51 52 53 54 61 62 63 71 72 73 74 75 81 82 83 91 92 93 94 95 96'
).split(' ');

/** Without the armed forces, which nobody is asked about: what the pool counts by, and what demand is for. */
export const civilianGroups = occupationGroups.filter((group) => !group.startsWith('0'));

/** The 10 major groups of ISCO-08: one digit. */
export const majorGroups: readonly string[] = [
  ...new Set(occupationGroups.map((group) => group.slice(0, 1))),
];

/** The ISCO-08 unit groups that an everyday occupation leads to. */
export const unitGroups: readonly OccupationCode[] = [...new Set(occupations.map(({ isco }) => isco))].sort();

/** The ISCO-08 minor groups, three digits, that an everyday occupation leads to. */
export const minorGroups: readonly string[] = [...new Set(unitGroups.map((code) => code.slice(0, 3)))];

/** The unit group of an everyday occupation: this is what an answer stores. */
export function unitGroupOf(id: OccupationId): OccupationCode {
  return codes[id].isco;
}

/** The sub-major group that a unit group belongs to. */
export function groupOf(unitGroup: OccupationCode): OccupationGroup {
  return unitGroup.slice(0, 2);
}

/** The field of work in which an everyday occupation is shown. */
export function fieldOf(id: OccupationId): Occupation['field'] {
  return codes[id].field as Occupation['field'];
}

/** The picture of an everyday occupation, as `<Picture of={…}>` takes it: `occupations-kitchen/cook`. */
export function pictureOfOccupation(id: OccupationId): `occupations-${string}/${OccupationId}` {
  return `occupations-${codes[id].field}/${id}`;
}

/** The plain name of a unit group, or undefined when ISCO-08 has no such group. */
export function unitGroupLabel(texts: GroupTexts, unitGroup: OccupationCode): string | undefined {
  return labelIn(texts.unitGroups, unitGroup);
}

/** The plain name of a major or sub-major group, or undefined when ISCO-08 has no such group. */
export function occupationGroupLabel(texts: GroupTexts, group: OccupationGroup): string | undefined {
  return labelIn(texts.occupationGroups, group);
}

/** The plain name of a group of any level, one to four digits, or undefined when ISCO-08 has no such group. */
export function branchLabel(texts: GroupTexts, code: string): string | undefined {
  if (code.length === 4) return unitGroupLabel(texts, code);
  return code.length === 3 ? labelIn(texts.minorGroups, code) : occupationGroupLabel(texts, code);
}

function labelIn(labels: Readonly<Record<string, string>>, code: string): string | undefined {
  return labels[code];
}
