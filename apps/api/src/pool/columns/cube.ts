import { setImmediate as others } from 'node:timers/promises';
import type { Cell, Population } from '@kannwas/disclosure/cell';
import type { Axis } from './axes.ts';
import type { Columns } from './columns.ts';
import { populationBit } from './facts.ts';
import { noOccupation } from './trees.ts';

/** Counts and sums of record keys (modulo 2^64) of every cell over some dimensions and of the whole lattice above them. */
export type Cube = {
  axes: readonly Axis[];
  counts: Int32Array;
  keySums: BigUint64Array;
};

/** People of whom each counts so often. */
export type Weighted = { columns: Columns; weight: number };

/** So many people are counted before others are served. */
const chunk = 50_000;

/** Counts everybody of a population once for each cell they are in, in one pass over the people. */
export async function fillCube(
  weighted: readonly Weighted[],
  population: Population,
  axes: readonly Axis[],
): Promise<Cube> {
  const size = axes.reduce((product, { values }) => product * values, 1);
  const cells = { counts: new Int32Array(size), keySums: new BigUint64Array(size) };
  const layout = layoutOf(axes);
  for (const { columns, weight } of weighted) {
    for (let from = 0; from < columns.people; from += chunk) {
      if (from > 0) await others();
      const to = Math.min(from + chunk, columns.people);
      countPeople(cells, layout, columns, { from, to, weight, population: populationBit[population] });
    }
  }
  return { axes, ...rollUp(axes, cells) };
}

/** Where a cell stands in the cube, or -1 where the cube does not hold it. */
export function placeIn({ axes }: Cube, cell: Cell): number {
  let place = 0;
  let found = 0;
  for (const { dimension, codes, number } of axes) {
    const code = cell[dimension];
    const at = code === undefined ? 0 : number.get(code);
    if (at === undefined) return -1;
    if (at > 0) found += 1;
    place = place * codes.length + at;
  }
  return found === Object.keys(cell).length ? place : -1;
}

type Cells = { counts: Int32Array; keySums: BigUint64Array };

/** How a person's facts lead to their place among the cells: for every kind of column where to look, and how far it steps. */
type Layout = {
  flat: { shift: number; mask: number; step: number }[];
  place: { valueAt: Uint16Array; step: number };
  occupations: { valueAt: Uint16Array; common: Uint16Array; values: number; step: number };
};

function layoutOf(axes: readonly Axis[]): Layout {
  const nowhere = new Uint16Array(noOccupation + 1);
  const layout: Layout = {
    flat: [],
    place: { valueAt: nowhere, step: 0 },
    occupations: { valueAt: nowhere, common: nowhere, values: 0, step: 0 },
  };
  let step = 1;
  for (const { from, values } of axes.toReversed()) {
    if (from.source === 'facts') layout.flat.push({ ...from, step });
    else if (from.source === 'place') layout.place = { ...from, step };
    else layout.occupations = { ...from, values, step };
    step *= values;
  }
  return layout;
}

/**
 * The inner loop. A person with several occupations is added at each of them and taken away once where two neighbours
 * meet in the tree; occupations are in the order of the tree, so that in the end everybody counts once in every group.
 */
function countPeople(
  { counts, keySums }: Cells,
  { flat, place, occupations }: Layout,
  columns: Columns,
  { from, to, weight, population }: { from: number; to: number; weight: number; population: number },
): void {
  const none = { shift: 0, mask: 0, step: 0 };
  const [a = none, b = none, c = none, d = none] = flat;
  const { valueAt, common, values, step } = occupations;
  for (let row = from; row < to; row++) {
    const facts = columns.facts[row] ?? 0;
    if ((facts & population) === 0) continue;
    const key = columns.recordKey[row] ?? 0n;
    const base =
      ((facts >>> a.shift) & a.mask) * a.step +
      ((facts >>> b.shift) & b.mask) * b.step +
      ((facts >>> c.shift) & c.mask) * c.step +
      ((facts >>> d.shift) & d.mask) * d.step +
      (place.valueAt[columns.place[row] ?? 0] ?? 0) * place.step;

    const first = values === 0 ? 0 : (valueAt[columns.occupations[row * 3] ?? noOccupation] ?? 0);
    let at = base + first * step;
    counts[at] = (counts[at] ?? 0) + weight;
    keySums[at] = BigInt.asUintN(64, (keySums[at] ?? 0n) + key);
    if (values === 0) continue;

    let before = first;
    for (let more = row * 3 + 1; more < row * 3 + 3; more++) {
      const number = columns.occupations[more] ?? noOccupation;
      if (number === noOccupation) break;
      const next = valueAt[number] ?? 0;
      const meeting = common[before * values + next] ?? 0;
      if (meeting !== next) {
        at = base + next * step;
        counts[at] = (counts[at] ?? 0) + weight;
        keySums[at] = BigInt.asUintN(64, (keySums[at] ?? 0n) + key);
        at = base + meeting * step;
        counts[at] = (counts[at] ?? 0) - weight;
        keySums[at] = BigInt.asUintN(64, (keySums[at] ?? 0n) - key);
      }
      before = next;
    }
  }
}

/** Turns counts by value into counts by code, one axis after the other. */
function rollUp(axes: readonly Axis[], cells: Cells): Cells {
  let { counts, keySums } = cells;
  let outer = 1;
  let inner = counts.length;
  for (const { values, members } of axes) {
    inner /= values;
    const rolled = new Int32Array(outer * members.length * inner);
    const rolledKeys = new BigUint64Array(rolled.length);
    for (let o = 0; o < outer; o++) {
      for (const [code, own] of members.entries()) {
        const to = (o * members.length + code) * inner;
        for (const value of own) {
          addRun(rolled, to, counts, (o * values + value) * inner, inner);
          addKeys(rolledKeys, to, keySums, (o * values + value) * inner, inner);
        }
      }
    }
    counts = rolled;
    keySums = rolledKeys;
    outer *= members.length;
  }
  return { counts, keySums };
}

function addRun(to: Int32Array, at: number, from: Int32Array, start: number, length: number): void {
  for (let i = 0; i < length; i++) to[at + i] = (to[at + i] ?? 0) + (from[start + i] ?? 0);
}

function addKeys(to: BigUint64Array, at: number, from: BigUint64Array, start: number, length: number): void {
  for (let i = 0; i < length; i++) {
    to[at + i] = BigInt.asUintN(64, (to[at + i] ?? 0n) + (from[start + i] ?? 0n));
  }
}
