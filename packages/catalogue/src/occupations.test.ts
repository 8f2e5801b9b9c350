import { OccupationCode, OccupationGroup } from '@kannwas/schema/codes';
import { expect, test } from 'vitest';
import { fields } from './fields.ts';
import { groupOf, majorGroups, occupationGroups, occupations, unitGroupOf } from './occupations.ts';

test('ISCO-08 has 10 major and 43 sub-major groups, and each sub-major group lies in a major group', () => {
  expect(majorGroups).toHaveLength(10);
  expect(occupationGroups).toHaveLength(43);
  for (const group of occupationGroups)
    expect(majorGroups).toContain(OccupationGroup.parse(group).slice(0, 1));
});

test('every occupation leads to a group that the pool counts', () => {
  for (const { id, isco, kldb } of occupations) {
    expect(OccupationCode.parse(unitGroupOf(id))).toBe(isco);
    expect(occupationGroups).toContain(groupOf(isco));
    expect(kldb, id).toMatch(/^\d{4}[1-4]$/);
  }
});

test('every group except the armed forces has an occupation that people can choose', () => {
  const reached = new Set(occupations.map(({ isco }) => groupOf(isco)));
  expect(occupationGroups.filter((group) => !reached.has(group))).toEqual(['01', '02', '03']);
});

test('every occupation lies in exactly one field, and no field is empty', () => {
  expect(fields.flatMap((field) => field.occupations).sort()).toEqual(occupations.map(({ id }) => id).sort());
  for (const field of fields) expect(field.occupations.length, field.id).toBeGreaterThan(2);
});

test('nobody is asked about an army, a police force, a prison or a religion', () => {
  const withheld = ['0110', '0210', '0310', '2636', '3413', '3355', '5412', '5413'];
  expect(occupations.filter(({ isco }) => withheld.includes(isco))).toEqual([]);
});
