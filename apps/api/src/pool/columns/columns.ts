import { type Geography, noOccupation } from './trees.ts';

/**
 * The people of one epoch of a site, column by column, in no particular order: 28 bytes for each. An epoch does not
 * change, so nothing here does either once it is loaded.
 */
export type Columns = {
  people: number;
  geography: Geography;
  /** The same for a person in every epoch of the site. */
  personKey: BigInt64Array;
  /** Another in every epoch; the sum of a cell's decides its noise. */
  recordKey: BigUint64Array;
  /** Three for each person, ascending and each once; `noOccupation` fills up. */
  occupations: Uint16Array;
  /** The finest published place as a number of the geography; 0 when unknown. */
  place: Uint16Array;
  /** The flat facts and the populations, packed as facts.ts says. */
  facts: Uint32Array;
};

/** Columns with room for so many people, and nobody in them yet. */
export function emptyColumns(geography: Geography, room: number): Columns {
  return {
    people: 0,
    geography,
    personKey: new BigInt64Array(room),
    recordKey: new BigUint64Array(room),
    occupations: new Uint16Array(room * 3).fill(noOccupation),
    place: new Uint16Array(room),
    facts: new Uint32Array(room),
  };
}

/** What columns take in memory, in bytes. */
export function bytesOf({ personKey, recordKey, occupations, place, facts }: Columns): number {
  return [personKey, recordKey, occupations, place, facts].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
}
