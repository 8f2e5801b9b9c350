import { setImmediate as others } from 'node:timers/promises';
import { type Columns, emptyColumns } from './columns.ts';
import { type Counting, makeCounting } from './counting.ts';
import { commonFacts } from './facts.ts';
import { commonOccupation, commonPlace, type Geography, geographyOf, noOccupation } from './trees.ts';

/** So many people are compared before others are served. */
const chunk = 100_000;

/**
 * Who joined, left, or changed in some fact between two epochs of a site: counting here gives the symmetric difference
 * of a cell's members. A member of only one epoch counts once: as before or as after. A member of both meets the cell's
 * conditions by facts that both epochs share, and is taken away twice.
 */
export async function changesBetween(base: Columns, current: Columns): Promise<Counting> {
  const { left, joined, moved } = await compare(base, current);
  const geography = geographyOf([...placesOf(current.geography), ...placesOf(base.geography)]);
  const before = rowsOf(geography, base, [...left, ...moved.map(([row]) => row)]);
  const after = rowsOf(geography, current, [...joined, ...moved.map(([, row]) => row)]);
  const both = sharedRows(
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
      { columns: both, weight: -2 },
    ],
    24 * 2 ** 20,
  );
}

type Rows = { left: number[]; joined: number[]; moved: [number, number][] };

/** Walks through both epochs in the order of the keys. */
async function compare(base: Columns, current: Columns): Promise<Rows> {
  const rows: Rows = { left: [], joined: [], moved: [] };
  // Places have another number in each epoch.
  const numberNow = base.geography.codes.map((code) => current.geography.number.get(code) ?? -1);
  let [b, c] = [0, 0];
  for (let steps = 1; b < base.people || c < current.people; steps++) {
    if (steps % chunk === 0) await others();
    const keyBefore = base.personKey[b] ?? 0n;
    const keyNow = current.personKey[c] ?? 0n;
    if (c >= current.people || (b < base.people && keyBefore < keyNow)) rows.left.push(b++);
    else if (b >= base.people || keyNow < keyBefore) rows.joined.push(c++);
    else {
      const same =
        base.facts[b] === current.facts[c] &&
        numberNow[base.place[b] ?? 0] === current.place[c] &&
        [0, 1, 2].every((nth) => base.occupations[b * 3 + nth] === current.occupations[c * 3 + nth]);
      if (!same) rows.moved.push([b, c]);
      b += 1;
      c += 1;
    }
  }
  return rows;
}

const placesOf = ({ codes, within }: Geography) =>
  codes.slice(1).map((code, i) => ({ code, within: codes[within[i + 1] ?? 0] || null }));

/** Some people of an epoch, their places numbered as in another geography; who they are is not kept. */
function rowsOf(geography: Geography, from: Columns, rows: readonly number[]): Columns {
  const to = { ...emptyColumns(geography, rows.length), people: rows.length, personKey: new BigInt64Array() };
  const renumbered = from.geography.codes.map((code) => geography.number.get(code) ?? 0);
  for (const [place, row] of rows.entries()) {
    to.facts[place] = from.facts[row] ?? 0;
    to.place[place] = renumbered[from.place[row] ?? 0] ?? 0;
    to.occupations.set(from.occupations.subarray(row * 3, row * 3 + 3), place * 3);
  }
  return to;
}

/** For people who are in both epochs: what they were and still are. */
function sharedRows(
  geography: Geography,
  before: Columns,
  after: Columns,
  pairs: readonly (readonly [number, number])[],
): Columns {
  const to = {
    ...emptyColumns(geography, pairs.length),
    people: pairs.length,
    personKey: new BigInt64Array(),
  };
  for (const [place, [b, a]] of pairs.entries()) {
    to.facts[place] = commonFacts(before.facts[b] ?? 0, after.facts[a] ?? 0);
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
