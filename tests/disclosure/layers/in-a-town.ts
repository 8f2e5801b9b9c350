import type { Layers } from '@kannwas/disclosure/layers';
import { type Pool, remembering, textOf } from '../api.ts';
import { runT19 } from '../attacks/t19-knowing-others.ts';
import { ours } from '../mechanisms/ours.ts';
import { townAtHome } from '../subject.ts';
import { Truth } from '../truth.ts';

const town = townAtHome('layers', 2_000);
const poolOf = (truth: Truth, layers: Layers): Pool =>
  remembering(ours({ people: truth.people, places: truth.places, seed: 'layers', layers }));

const groupsOf = (least: number, most: number) =>
  town.codes('occupation').filter((code) => {
    const people = town.count({ occupation: code });
    return people >= least && people <= most;
  });

/** Groups of twelve to twenty-five people, each asked about on its own. */
export async function smallGroups(layers: Layers): Promise<number> {
  const pool = poolOf(town, layers);
  const groups = groupsOf(12, 25);
  const tables = await Promise.all(groups.map((occupation) => pool.ask({ where: { occupation } })));
  return tables.filter(({ total }) => typeof total === 'number').length / groups.length;
}

/** Trades in which everybody learnt the same: whether the table says so of each of them. */
export async function wholeRows(layers: Layers): Promise<number> {
  const people = town.people.map((person) => ({ ...person, education: 'vocational' as const }));
  const pool = poolOf(new Truth(people, town.places), layers);
  const trades = groupsOf(40, 400);
  const told = await Promise.all(
    trades.map(async (occupation) => {
      const { total, cells } = await pool.ask({ where: { occupation }, by: ['education'] });
      const shown = cells.get(textOf({ occupation, education: 'vocational' })) ?? 0;
      return shown >= 0.9 * (total ?? Number.POSITIVE_INFINITY);
    }),
  );
  return told.filter(Boolean).length / trades.length;
}

/** One fact of a person, with everybody else's known: how often the attacker is right. */
export async function knowingOthers(layers: Layers): Promise<number> {
  const imitate = (truth: Truth) => poolOf(truth, layers);
  const results = await runT19([{ truth: town, pool: imitate(town), imitate }], 45, layers);
  return results.at(-1)?.knowing?.right ?? 0;
}
