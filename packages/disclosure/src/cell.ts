import { createHash } from 'node:crypto';

/** Who is counted: people in the pool of employers, or people in the town hall's coverage. */
export type Population = 'pool' | 'coverage';

/** A cell of the closed grammar: at most one code for each dimension, joined by AND; `{}` is everybody. */
export type Cell = Readonly<Record<string, string>>;

/** The next broader codes of a code, nearest first, without "no condition": 7231 → 723, 72, 7. */
export type Ladder = (dimension: string, code: string) => readonly string[];

/** The one spelling of a cell, `pool:german=B1&occupation=72`: dimensions sorted, codes trimmed. */
export function canonical(population: Population, cell: Cell): string {
  const conditions = Object.keys(cell)
    .sort()
    .map((dimension) => `${dimension}=${cell[dimension]?.trim()}`);
  return `${population}:${conditions.join('&')}`;
}

/** Reads a canonical text back. Throws a RangeError where it is none. */
export function parseCell(text: string): { population: Population; cell: Cell } {
  const [, population, conditions = ''] = /^(pool|coverage):(.*)$/.exec(text) ?? [];
  if (population !== 'pool' && population !== 'coverage') throw new RangeError(`${text} is no cell.`);
  const pairs = conditions === '' ? [] : conditions.split('&').map((pair) => pair.split('=', 2));
  return { population, cell: Object.fromEntries(pairs) };
}

/** Whether a dimension is a fact about people. What they do and where they live is none: anybody may know it who knows them. */
export const isFact = (dimension: string): boolean => dimension !== 'occupation' && dimension !== 'place';

/** What is given of work and place alone, such as a cell without the facts that it tells. */
export const withoutFacts = <T>(byDimension: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(byDimension).filter(([dimension]) => !isFact(dimension)));

/** How many facts a cell tells about the people in it. */
export const factsIn = (cell: Cell): number => Object.keys(cell).filter(isFact).length;

/** Whether two cells tell the same fact; then what lies between them is told of those who are in one of them only. */
export const shareFact = (cell: Cell, other: Cell): boolean =>
  Object.entries(cell).some(([dimension, code]) => isFact(dimension) && other[dimension] === code);

/** SHA-256 of the canonical text, in hexadecimal digits. */
export const cellId = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Lists every cell above a cell: at least one condition broadened along its ladder or dropped. Whoever is in the cell
 * is in each of them. At most (steps + 2) to the power of the conditions, less one.
 */
export function broaderCells(cell: Cell, ladder: Ladder): Cell[] {
  const above = Object.entries(cell).reduce<Cell[]>(
    (cells, [dimension, code]) =>
      cells.flatMap((broader) => [
        ...[code, ...ladder(dimension, code)].map((step) => ({ ...broader, [dimension]: step })),
        broader,
      ]),
    [{}],
  );
  // The first is the cell itself: nothing broadened, nothing dropped.
  return above.slice(1);
}
