import { PoolQuery, questionText } from '@kannwas/schema/pool/grammar';

/** The one spelling of a question. */
export function textOf({ by, ...where }: PoolQuery): string {
  return questionText(where, by);
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
