import { setImmediate as others } from 'node:timers/promises';
import { type Columns, emptyColumns } from './columns.ts';
import { type Counting, makeCounting } from './counting.ts';
import { commonPopulations } from './facts.ts';
import { commonOccupation, commonPlace, type Geography, geographyOf, noOccupation } from './trees.ts';

/** So many people are compared before others are served. */
const chunk = 10_000;

/**
 * Who joined, left, or changed in anything between two epochs of a site, by what they did and do and where they lived and
 * live. Everybody counts once: whoever meets a cell's conditions both as before and as after is taken away once.
 */
export async function changesBetween(base: Columns, current: Columns): Promise<Counting> {
  const { left, joined, moved } = await compare(base, current);
  const geography = geographyOf([...placesOf(current.geography), ...placesOf(base.geography)]);
  const before = await rowsOf(geography, base, [...left, ...moved.map(([row]) => row)]);
  const after = await rowsOf(geography, current, [...joined, ...moved.map(([, row]) => row)]);
  const both = await sharedRows(
    geography,
    before,
    after,
    moved.map((_, place) => [left.length + place, joined.length + place]),
  );
  return makeCounting(
    geography,
    [
      { columns: before, weight: 1 },
      { columns: after, weight: 1 },
      { columns: both, weight: -1 },
    ],
    24 * 2 ** 20,
  );
}

type Rows = { left: number[]; joined: number[]; moved: [number, number][] };

/** Finds everybody of the base in the current epoch by their key. */
async function compare(base: Columns, current: Columns): Promise<Rows> {
  const rows: Rows = { left: [], joined: [], moved: [] };
  const find = await finder(current);
  const found = new Uint8Array(current.people);
  // Places have another number in each epoch.
  const numberNow = base.geography.codes.map((code) => current.geography.number.get(code) ?? -1);
  for (let b = 0; b < base.people; b++) {
    if (b % chunk === chunk - 1) await others();
    const c = find(base.personKey[b] ?? 0n);
    if (c === undefined) {
      rows.left.push(b);
      continue;
    }
    found[c] = 1;
    const same =
      base.facts[b] === current.facts[c] &&
      numberNow[base.place[b] ?? 0] === current.place[c] &&
      base.occupations[b * 3] === current.occupations[c * 3] &&
      base.occupations[b * 3 + 1] === current.occupations[c * 3 + 1] &&
      base.occupations[b * 3 + 2] === current.occupations[c * 3 + 2];
    if (!same) rows.moved.push([b, c]);
  }
  for (let c = 0; c < current.people; c++) if (!found[c]) rows.joined.push(c);
  return rows;
}

/** An index of people by their key, for as long as two epochs are compared: open addressing, at most half full. */
async function finder({ people, personKey }: Columns): Promise<(key: bigint) => number | undefined> {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(people * 2 + 2)));
  const mask = slots.length - 1;
  // Keys are random in all their bits, so the lowest ones are as good as a hash.
  const startOf = (key: bigint) => Number(BigInt.asUintN(32, key)) & mask;
  for (let row = 0; row < people; row++) {
    if (row % chunk === chunk - 1) await others();
    let slot = startOf(personKey[row] ?? 0n);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row + 1;
  }
  return (key) => {
    for (let slot = startOf(key); ; slot = (slot + 1) & mask) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (personKey[row] === key) return row;
    }
  };
}

const placesOf = ({ codes, within }: Geography) =>
  codes.slice(1).map((code, i) => ({ code, within: codes[within[i + 1] ?? 0] || null }));

/** Some people of an epoch, their places numbered as in another geography; who they are is not kept. */
async function rowsOf(geography: Geography, from: Columns, rows: readonly number[]): Promise<Columns> {
  const to = { ...emptyColumns(geography, rows.length), people: rows.length, personKey: new BigInt64Array() };
  const renumbered = from.geography.codes.map((code) => geography.number.get(code) ?? 0);
  for (const [place, row] of rows.entries()) {
    if (place % chunk === chunk - 1) await others();
    to.facts[place] = from.facts[row] ?? 0;
    to.place[place] = renumbered[from.place[row] ?? 0] ?? 0;
    to.occupations.set(from.occupations.subarray(row * 3, row * 3 + 3), place * 3);
  }
  return to;
}

/** For people who are in both epochs: where they lived and still live, and what they did and still do. */
async function sharedRows(
  geography: Geography,
  before: Columns,
  after: Columns,
  pairs: readonly (readonly [number, number])[],
): Promise<Columns> {
  const to = {
    ...emptyColumns(geography, pairs.length),
    people: pairs.length,
    personKey: new BigInt64Array(),
  };
  for (const [place, [b, a]] of pairs.entries()) {
    if (place % chunk === chunk - 1) await others();
    to.facts[place] = commonPopulations(before.facts[b] ?? 0, after.facts[a] ?? 0);
    to.place[place] = commonPlace(geography, before.place[b] ?? 0, after.place[a] ?? 0);
    const shared = sharedOccupations(occupationsOf(before, b), occupationsOf(after, a));
    for (const [nth, number] of shared.entries()) to.occupations[place * 3 + nth] = number;
  }
  return to;
}

const occupationsOf = ({ occupations }: Columns, row: number): number[] =>
  [...occupations.subarray(row * 3, row * 3 + 3)].filter((number) => number !== noOccupation);

/** The finest groups in which a person was and still is: for each occupation of before, the closest of after. */
function sharedOccupations(before: readonly number[], after: readonly number[]): number[] {
  const shared = before.flatMap((one) => {
    const groups = after.flatMap((other) => commonOccupation(one, other) ?? []);
    // Groups of one occupation lie inside each other, the finest last.
    return groups.length === 0 ? [] : [Math.max(...groups)];
  });
  return [...new Set(shared)].sort((a, b) => a - b);
}
