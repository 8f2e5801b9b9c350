/**
 * Which facts of a person are mixed: 1 in so many out of `of`, each fact on its own. Whoever counts people after that knows
 * of nobody for certain, however many questions they ask and however much they know about all others.
 */
export const mixing = { share: 77, of: 256 } as const;

/** The facts that are mixed, each with its own 8 bits of a person's key. What people do and where they live is not. */
export const mixedFacts = [
  'german',
  'availability',
  'education',
  'experience',
  'licences',
  'gender',
  'ageBand',
] as const;
export type MixedFact = (typeof mixedFacts)[number];

/** Somebody's key, the same in every epoch of a site, and the first digit of what they do, empty where it is unknown. */
export type Keyed = { key: bigint; work: string };

/** Tells whether a fact of a person is mixed; it is so in every epoch. */
export function isMixed(key: bigint, fact: MixedFact): boolean {
  const bits = BigInt.asUintN(8, key >> BigInt(8 * mixedFacts.indexOf(fact)));
  return bits < mixing.share;
}

/**
 * Tells whose fact each person shows. Everybody stands in a circle, in the order of their work and then of their keys, and
 * whose fact is mixed shows that of the next, whether the next one shows it too or not. So people show facts of others of
 * similar work, every value is there about as often as before, but not exactly, and one person who comes or goes changes what
 * one other shows at most.
 *
 * Were facts only exchanged, the counts of a whole town would be exact before any noise, for whoever asks for years.
 * Source of the idea: record swapping; Dalenius and Reiss (1982), Data-swapping: A technique for disclosure control.
 * @returns places in the list
 */
export function mixed(people: readonly Keyed[], fact: MixedFact): number[] {
  const shown = people.map((_, place) => place);
  const circle = people
    .map((person, place) => ({ ...person, place }))
    .sort((a, b) => compare(a.work, b.work) || compare(a.key, b.key));
  for (const [nth, { key, place }] of circle.entries()) {
    if (isMixed(key, fact)) shown[place] = circle[(nth + 1) % circle.length]?.place ?? place;
  }
  return shown;
}

const compare = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
