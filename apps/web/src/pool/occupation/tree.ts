import { civilianGroups, minorGroups, unitGroups } from '@kannwas/catalogue/occupations';

/** A group of the ISCO-08 tree and the groups inside it. */
export type Branch = { code: string; below: readonly Branch[] };

const levels = [
  [...new Set(civilianGroups.map((code) => code.slice(0, 1)))],
  civilianGroups,
  minorGroups,
  unitGroups,
];

/** Major, sub-major, minor, and unit groups, as far as people can be in them. */
export const occupationTree: readonly Branch[] = branchesOf('');

function branchesOf(code: string): Branch[] {
  const inside = (levels[code.length] ?? []).filter((group) => group.startsWith(code));
  return inside.map((group) => {
    const below = branchesOf(group);
    // A minor group of one unit group is that unit group: nobody has to open it to find the same again.
    const [only] = below;
    return group.length === 3 && only && below.length === 1 ? only : { code: group, below };
  });
}

/** A branch as one line of the open tree. */
export type Line = Branch & { level: number; isOpen: boolean };

/** The lines that are seen while these branches are open, from top to bottom. */
export function linesOf(branches: readonly Branch[], open: ReadonlySet<string>, level = 1): Line[] {
  return branches.flatMap((branch) => {
    const isOpen = branch.below.length > 0 && open.has(branch.code);
    return [{ ...branch, level, isOpen }, ...(isOpen ? linesOf(branch.below, open, level + 1) : [])];
  });
}

/** The groups that a group lies in, broadest first. */
export function branchesAbove(code: string): string[] {
  return Array.from({ length: Math.max(0, code.length - 1) }, (_, cut) => code.slice(0, cut + 1));
}
