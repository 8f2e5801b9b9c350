import { createHash } from 'node:crypto';
import type { Place } from '@kannwas/schema/pool/table';

/** A district of the site, and how many people of the epoch live there. */
export type Inhabited = { code: string; people: number };

/** How many people a place must have to stand alone, by its code: `leastOfPlace` of the site's rules. */
export type LeastOf = (place: string) => number;

/** Districts that are published as one, and how many people live there. */
type Group = {
  districts: string[];
  people: number;
  /** What they were published as before. */
  known?: string | undefined;
};

/**
 * Lays out the published geography: districts, with those of too few people (500 to 550) joined to others (of the same Kreis
 * if there are any), and above them the regions, Kreis and Land, that tell districts apart. Joined districts are never
 * separated again: otherwise the difference between two epochs would show the small ones. Where that leaves one place
 * only, there are none: the site is answered as a whole.
 *
 * A place that takes in a district, or loses one, keeps its code, and with it all answers about it until enough of its people
 * changed: anew, they would tell of the few in that district (attack T15).
 * @param before the geography of the epoch before
 */
export function layOutPlaces(
  districts: readonly Inhabited[],
  leastOf: LeastOf,
  before: readonly Place[] = [],
): Place[] {
  const regionsOf = regionsAmong(districts.map(({ code }) => code));
  const groups = joined(startingGroups(districts, before), (code) => regionsOf(code)[0], leastOf);
  if (groups.length < 2) return [];
  const places = groups.map((group) => ({
    code: codeOf(group),
    // A joined place lies in the nearest region that all its districts lie in.
    regions: regionsOf(group.districts[0] ?? '').filter((region) =>
      group.districts.every((code) => regionsOf(code).includes(region)),
    ),
    districts: group.districts,
  }));
  // In the order of the site's own list: that of their sizes would tell which is larger.
  const listed = districts.map(({ code }) => code);
  const first = (place: Laid) => Math.min(...place.districts.map((code) => listed.indexOf(code)));
  const inOrder = places.toSorted((a, b) => first(a) - first(b));
  return [...regionsAbove(inOrder), ...inOrder.map(toPlace)];
}

/** What was joined stays joined; a district that is new stands alone at first. */
function startingGroups(districts: readonly Inhabited[], before: readonly Place[]): Group[] {
  const broader = new Set(before.map(({ within }) => within));
  const earlier = before.filter(({ code }) => !broader.has(code));
  const placed = new Set(earlier.flatMap((place) => place.districts));
  const taken = new Set(earlier.map(({ code }) => code));
  const old = earlier.flatMap((place) => {
    const here = districts.filter(({ code }) => place.districts.includes(code));
    const people = here.reduce((sum, district) => sum + district.people, 0);
    const codes = here.map(({ code }) => code).toSorted();
    return codes.length > 0 ? [{ districts: codes, people, known: place.code }] : [];
  });
  const fresh = districts.filter(({ code }) => !placed.has(code));
  const alone = fresh.map(({ code, people }) => ({
    ...{ districts: [code], people },
    // A place may still bear the code of a district that it lost.
    known: taken.has(code) ? namedByAll([code]) : undefined,
  }));
  return [...old, ...alone];
}

/** Joins the smallest of those that are too small to the next smallest, in its Kreis if there is another, until none is. */
function joined(
  groups: readonly Group[],
  kreisOf: (district: string) => string | undefined,
  leastOf: LeastOf,
): Group[] {
  const bySize = groups.toSorted((a, b) => a.people - b.people || compare(codeOf(a), codeOf(b)));
  const smallest = bySize.find((group) => group.people < leastOf(codeOf(group)));
  const others = bySize.filter((group) => group !== smallest);
  if (!smallest || others.length === 0) return [...groups];
  const kreise = new Set(smallest.districts.map(kreisOf));
  const neighbour =
    others.find(({ districts }) => districts.some((code) => kreise.has(kreisOf(code)))) ?? others[0];
  if (!neighbour) return [...groups];
  const both = {
    districts: [...smallest.districts, ...neighbour.districts].toSorted(),
    people: smallest.people + neighbour.people,
    known: neighbour.known ?? smallest.known,
  };
  return joined([...others.filter((group) => group !== neighbour), both], kreisOf, leastOf);
}

/**
 * Tells the regions of a district by its official key (AGS: two digits Land, three Kreis), Kreis first. A district that
 * the site made up lies where all the others lie.
 */
function regionsAmong(codes: readonly string[]): (code: string) => string[] {
  const official = codes.filter(isOfficial);
  const shared = [5, 2].flatMap((digits) => {
    const regions = new Set(official.map((code) => code.slice(0, digits)));
    return regions.size === 1 ? [...regions] : [];
  });
  return (code) => (isOfficial(code) ? [code.slice(0, 5), code.slice(0, 2)] : shared);
}

const isOfficial = (code: string) => /^\d{8}$/.test(code);

type Laid = { code: string; regions: string[]; districts: string[] };

/** Regions that hold several places but not all, broader ones first: any other would be a second name of the same. */
function regionsAbove(places: Laid[]): Place[] {
  const inside = Map.groupBy(
    places.flatMap((place) => place.regions.map((region) => ({ region, place }))),
    ({ region }) => region,
  );
  const kept = [...inside].filter(([, members]) => members.length > 1 && members.length < places.length);
  const codes = new Set(kept.map(([code]) => code));
  for (const place of places) place.regions = place.regions.filter((region) => codes.has(region));
  return kept
    .map(([code, members]) => ({
      code,
      regions: [code.slice(0, 2)].filter((land) => land !== code && codes.has(land)),
      districts: members.flatMap(({ place }) => place.districts).toSorted(),
    }))
    .toSorted((a, b) => a.code.length - b.code.length || compare(a.code, b.code))
    .map(toPlace);
}

const toPlace = ({ code, regions, districts }: Laid): Place => ({
  code,
  within: regions[0] ?? null,
  districts,
});

/** What was published keeps its code. A district has its own; joined ones are named by all their codes. */
function codeOf({ districts, known }: Group): string {
  const [only = '', ...more] = districts;
  return known ?? (more.length === 0 ? only : namedByAll(districts));
}

const namedByAll = (districts: readonly string[]) =>
  `m${createHash('sha256').update(districts.join(' ')).digest('hex').slice(0, 8)}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
