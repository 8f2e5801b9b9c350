import { listedCodes, type PoolDimension } from '@kannwas/schema/pool/grammar';
import { type FlatDimension, fields, valuesByCode } from './facts.ts';
import {
  type Geography,
  noOccupation,
  occupationAncestors,
  occupationNumber,
  placeAncestors,
} from './trees.ts';

/**
 * One dimension of a cube of counts. While people are counted, each stands at one value of the axis (a person with
 * several occupations: see cube.ts); afterwards a code's count is the sum over its values.
 */
export type Axis = {
  dimension: PoolDimension;
  /** What the finished axis holds, in order; the first, the empty text, stands for "no condition". */
  codes: readonly string[];
  number: ReadonlyMap<string, number>;
  /** How many values there are, and for each code which of them it counts. */
  values: number;
  members: readonly (readonly number[])[];
  from:
    | { source: 'facts'; shift: number; mask: number }
    /** The value of each place, or of each occupation's number. */
    | { source: 'place'; valueAt: Uint16Array }
    /** `common[a * values + b]` is the finest group of the axis that two values are both inside. */
    | { source: 'occupations'; valueAt: Uint16Array; common: Uint16Array };
};

/** All codes of a flat list. */
export function flatAxis(dimension: FlatDimension): Axis {
  const { shift, bits } = fields[dimension];
  const values = 1 << bits;
  return {
    dimension,
    ...numbered(['', ...listedCodes[dimension]]),
    values,
    members: [range(values), ...valuesByCode(dimension)],
    from: { source: 'facts', shift, mask: values - 1 },
  };
}

/** These places and all that they are inside. */
export function placeAxis(geography: Geography, codes: readonly string[]): Axis {
  const wanted = new Set(codes.flatMap((code) => placeAncestors(geography, geography.number.get(code) ?? 0)));
  const places = [0, ...[...wanted].sort((a, b) => a - b)];
  const nearest = (place: number) => placeAncestors(geography, place).find((broader) => wanted.has(broader));
  const valueAt = Uint16Array.from(geography.codes, (_, place) => places.indexOf(nearest(place) ?? 0));
  const broader = places.map((place) => valueAt[geography.within[place] ?? 0] ?? 0);
  return {
    dimension: 'place',
    ...numbered(places.map((place) => geography.codes[place] ?? '')),
    values: places.length,
    members: insides(broader),
    from: { source: 'place', valueAt },
  };
}

/** These groups of ISCO-08 and all that they are inside. */
export function occupationAxis(wanted: readonly string[]): Axis {
  const groups = [...new Set(wanted.flatMap(occupationAncestors))].sort(
    (a, b) => occupationNumber(a) - occupationNumber(b),
  );
  const names = numbered(['', ...groups]);
  const valueAt = new Uint16Array(noOccupation + 1);
  // A group's numbers are one range; finer groups come later and take theirs out of it.
  for (const [place, code] of groups.entries()) {
    valueAt.fill(place + 1, occupationNumber(code), occupationNumber(code.padEnd(4, '9')) + 1);
  }
  const broader = names.codes.map((code) => names.number.get(code.slice(0, -1)) ?? 0);
  return {
    dimension: 'occupation',
    ...names,
    values: names.codes.length,
    members: insides(broader),
    from: { source: 'occupations', valueAt, common: commonGroups(broader) },
  };
}

/** For each node of a tree all nodes inside it, itself included. @param broader the node above each; 0 is the root */
function insides(broader: readonly number[]): number[][] {
  const members = broader.map((_, node) => [node]);
  for (const [node] of broader.entries()) {
    for (let at = node; at !== 0; ) {
      at = broader[at] ?? 0;
      members[at]?.push(node);
    }
  }
  return members;
}

function commonGroups(broader: readonly number[]): Uint16Array {
  const size = broader.length;
  const common = new Uint16Array(size * size);
  for (let pair = 0; pair < common.length; pair++) {
    let [a, b] = [Math.floor(pair / size), pair % size];
    // A group comes after the broader one, so the later of two is never the common one.
    while (a !== b) [a, b] = a > b ? [broader[a] ?? 0, b] : [a, broader[b] ?? 0];
    common[pair] = a;
  }
  return common;
}

function numbered(codes: readonly string[]) {
  return { codes, number: new Map(codes.map((code, place) => [code, place])) };
}

const range = (length: number) => Array.from({ length }, (_, value) => value);
