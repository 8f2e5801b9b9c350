import type { Place } from '@kannwas/schema/pool/table';

/** Stands for "no occupation" in a column. */
export const noOccupation = 0xffff;

/**
 * A group of the ISCO-08 tree as a 16-bit number. In ascending order a group comes before all that is inside it, and
 * what is inside comes before the next group. @param code one to four digits
 */
export function occupationNumber(code: string): number {
  return Number(code.padEnd(4, '0')) * 5 + code.length;
}

/** The digits of an occupation's number. */
export function occupationCode(number: number): string {
  return String(Math.floor(number / 5))
    .padStart(4, '0')
    .slice(0, number % 5);
}

/** The group itself and all that it is inside, nearest first. */
export function occupationAncestors(code: string): string[] {
  return Array.from({ length: code.length }, (_, cut) => code.slice(0, code.length - cut));
}

/** The finest group that both are inside; undefined when there is none. */
export function commonOccupation(a: number, b: number): number | undefined {
  const [x, y] = [occupationCode(a), occupationCode(b)];
  const common = occupationAncestors(x).find((code) => y.startsWith(code));
  return common === undefined ? undefined : occupationNumber(common);
}

/** The published geography of an epoch. Places are numbers from 1; 0 stands for no place. */
export type Geography = {
  codes: readonly string[];
  number: ReadonlyMap<string, number>;
  /** The number of the next broader place; 0 at the top. */
  within: Uint16Array;
};

/** @param places the tree of an epoch; places of earlier trees may follow and are taken where the code is new */
export function geographyOf(places: readonly Pick<Place, 'code' | 'within'>[]): Geography {
  const known = new Map(places.toReversed().map((place) => [place.code, place]));
  const codes = ['', ...new Set(places.map(({ code }) => code))];
  const number = new Map(codes.map((code, place) => [code, place]));
  const within = Uint16Array.from(codes, (code) => number.get(known.get(code)?.within ?? '') ?? 0);
  return { codes, number, within };
}

/** The place itself and all that it is inside, nearest first; nothing for no place. */
export function placeAncestors({ within }: Geography, place: number): number[] {
  const ancestors: number[] = [];
  for (let at = place; at > 0 && ancestors.length < within.length; at = within[at] ?? 0) ancestors.push(at);
  return ancestors;
}

/** The finest place that both are inside; 0 when there is none. */
export function commonPlace(geography: Geography, a: number, b: number): number {
  if (a === b) return a;
  const ofB = placeAncestors(geography, b);
  return placeAncestors(geography, a).find((place) => ofB.includes(place)) ?? 0;
}
