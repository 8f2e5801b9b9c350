import { civilianGroups, unitGroups } from '@kannwas/catalogue/occupations';
import type { Cell } from '@kannwas/disclosure/cell';
import { listedCodes, type PoolDimension } from '@kannwas/schema/pool/grammar';
import type { Place } from '@kannwas/schema/pool/table';
import { germanLevels } from '@kannwas/schema/snapshots';
import type { Person } from './population.ts';

/** A set of people, one bit for each. */
export type Members = Uint32Array;

const levels: readonly string[] = germanLevels;

/** True counts of any cell. An attack uses them to judge itself, and for what its attacker is said to know. */
export class Truth {
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly #sets = new Map<string, Members>();
  readonly #everybody: Members;

  constructor(people: readonly Person[], places: readonly Place[]) {
    this.people = people;
    this.places = places;
    this.#everybody = setOf(people, () => true);
  }

  /** Who is in a cell. */
  members(cell: Cell): Members {
    const sets = Object.entries(cell).map(([dimension, code]) => this.#having(dimension, code));
    const [first = this.#everybody, ...others] = sets;
    return others.reduce(both, first);
  }

  count(cell: Cell): number {
    return size(this.members(cell));
  }

  /** Everybody in a cell, by their place in the list. */
  listed(cell: Cell): number[] {
    return listOf(this.members(cell));
  }

  has(person: number, dimension: string, code: string): boolean {
    const one = this.people[person];
    return one !== undefined && meets(one, dimension, code, this.places);
  }

  /** Every code that can be asked for; of occupations those that anybody has. */
  codes(dimension: PoolDimension): readonly string[] {
    if (dimension === 'place') return this.places.map(({ code }) => code);
    if (dimension !== 'occupation') return listedCodes[dimension];
    const own = new Set(this.people.map(({ occupation }) => occupation));
    const units = unitGroups.filter((unit) => own.has(unit));
    const groups = [1, 2, 3, 4].flatMap((digits) => units.map((unit) => unit.slice(0, digits)));
    return [...new Set(groups)].filter((group) =>
      civilianGroups.some((civilian) => civilian.startsWith(group.slice(0, 2))),
    );
  }

  #having(dimension: string, code: string): Members {
    const text = `${dimension}=${code}`;
    const known = this.#sets.get(text);
    if (known) return known;
    const set = setOf(this.people, (person) => meets(person, dimension, code, this.places));
    this.#sets.set(text, set);
    return set;
  }
}

/** Whether a condition holds of somebody, as the grammar means it. */
function meets(person: Person, dimension: string, code: string, places: readonly Place[]): boolean {
  switch (dimension) {
    case 'occupation':
      return person.occupation.startsWith(code);
    case 'place':
      return places.find((place) => place.code === code)?.districts.includes(person.district) ?? false;
    case 'german':
      return levels.indexOf(person.german) >= levels.indexOf(code);
    case 'availability':
      return person.availability.some((one) => one === code);
    case 'licence':
      return person.licences.some((one) => one === code);
    default:
      return person[dimension as 'gender' | 'age' | 'education' | 'experience'] === code;
  }
}

function setOf(people: readonly Person[], isIn: (person: Person) => boolean): Members {
  const set = new Uint32Array(Math.ceil(people.length / 32));
  for (const [place, person] of people.entries()) {
    if (isIn(person)) set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  return set;
}

export const both = (a: Members, b: Members): Members => a.map((word, at) => word & (b[at] ?? 0));
/** Who is in the first and not in the second. */
export const without = (a: Members, b: Members): Members => a.map((word, at) => word & ~(b[at] ?? 0));

export function size(set: Members): number {
  return overlap(set, set);
}

/** How many are in both; nothing is kept, because whoever looks for a few sets looks at millions. */
export function overlap(a: Members, b: Members): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    let word = (a[at] ?? 0) & (b[at] ?? 0);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

export function listOf(set: Members): number[] {
  const list: number[] = [];
  for (const [at, word] of set.entries()) {
    for (let bit = 0; bit < 32; bit++) if (word & (1 << bit)) list.push(at * 32 + bit);
  }
  return list;
}
