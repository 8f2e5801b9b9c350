import type { Place } from '@kannwas/schema/pool/table';

/** The places from broad to fine, each below the one it lies in, by name; with how deep it lies. */
export function inOrder(
  places: readonly Place[],
  nameOf: (code: string) => string,
  within: string | null = null,
  depth = 0,
): { code: string; depth: number }[] {
  return places
    .filter((place) => place.within === within)
    .toSorted((a, b) => nameOf(a.code).localeCompare(nameOf(b.code)))
    .flatMap(({ code }) => [{ code, depth }, ...inOrder(places, nameOf, code, depth + 1)]);
}
