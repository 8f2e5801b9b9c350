import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import { expect, test } from 'vitest';
import { type Branch, branchesAbove, linesOf, occupationTree } from './tree.ts';

const all = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...all(branch.below)]);

test('every unit group that people can be in is found once in the tree', () => {
  const leaves = all(occupationTree).filter(({ below }) => below.length === 0);
  expect(leaves.map(({ code }) => code).sort()).toEqual(
    unitGroups.filter((code) => civilianGroups.includes(code.slice(0, 2))).toSorted(),
  );
});

test('nothing has to be opened to find a single thing below, except a whole sub-major group', () => {
  for (const { code, below } of all(occupationTree)) if (code.length === 3) expect(below.length).not.toBe(1);
});

test('only what is inside an open branch is seen', () => {
  expect(linesOf(occupationTree, new Set()).map(({ code }) => code)).toEqual([...'123456789']);
  const lines = linesOf(occupationTree, new Set(['7', '71', '33']));
  expect(lines.filter(({ code }) => code.startsWith('71')).map(({ level }) => level)).toContain(3);
  expect(lines.some(({ code }) => code.startsWith('33'))).toBe(false);
});

test('above a unit group lie its minor, sub-major, and major group', () => {
  expect(branchesAbove('7112')).toEqual(['7', '71', '711']);
  expect(branchesAbove('7')).toEqual([]);
});
