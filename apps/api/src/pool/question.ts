import { type PoolDimension, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';

/** The one spelling of a question as it stands in an address: sorted, `german=B1&occupation=72`. */
export function textOf({ by, ...where }: PoolQuery): string {
  const spread = spreadOf(by).join(',');
  const conditions = Object.entries(where).flatMap(([name, code]) => (code ? [`${name}=${code}`] : []));
  return (spread === '' ? conditions : [...conditions, `by=${spread}`]).toSorted().join('&');
}

/** Reads a question from an address, as far as the grammar allows it. */
export function readQuestion(text: string): PoolQuery | undefined {
  const parts = [...new URLSearchParams(text)];
  const names = new Set(parts.map(([name]) => name));
  // The same part twice would be an OR.
  return names.size < parts.length ? undefined : PoolQuery.safeParse(Object.fromEntries(parts)).data;
}

/** Takes the one spelling of a question apart. */
export function partsOf(text: string): { where: Record<string, string>; by: string[] } {
  const { by = '', ...where } = Object.fromEntries(new URLSearchParams(text));
  return { where, by: by === '' ? [] : by.split(',') };
}

/** The dimensions that a question is spread by, in the order of the grammar. */
export function spreadOf(by: readonly PoolDimension[]): PoolDimension[] {
  return poolDimensions.filter((name) => by.includes(name));
}
