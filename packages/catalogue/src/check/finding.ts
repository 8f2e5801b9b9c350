import { readFileSync } from 'node:fs';

/** What was compared with an official list, and what was found wrong; nothing wrong is an empty list. */
export type Finding = { readonly checked: string; readonly wrong: readonly string[] };

/** Codes of one level in a classification file whose first two columns are code and level. */
export function officialCodes(file: string, level: number): Set<string> {
  const rows = readFileSync(file, 'utf8').matchAll(/^(\d+),(\d),/gm);
  return new Set([...rows].filter((row) => row[2] === String(level)).map((row) => row[1] ?? ''));
}

/** Names by code in a file whose first two columns are code and name. */
export function officialNames(file: string): Map<string, string> {
  const rows = readFileSync(file, 'utf8').matchAll(/^(\d+),(?:"([^"]+)"|([^,\r\n]+))/gm);
  return new Map([...rows].map(([, code = '', quoted, plain]) => [code, quoted ?? plain ?? '']));
}

export function difference(official: ReadonlySet<string>, ours: Iterable<string>): string[] {
  const known = new Set(ours);
  return [
    ...[...official].filter((code) => !known.has(code)).map((code) => `missing ${code}`),
    ...invented(official, known),
  ];
}

/** Codes of ours that the official list does not have; it may have more than we use. */
export function invented(official: ReadonlySet<string>, ours: Iterable<string>): string[] {
  return [...new Set(ours)].filter((code) => !official.has(code)).map((code) => `invented ${code}`);
}
