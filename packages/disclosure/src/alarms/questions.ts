/** A question of the log: who asked when, under which conditions, and spread out by what. */
export type LoggedQuestion = {
  account: string;
  where: Readonly<Record<string, string>>;
  by: readonly string[];
  /** In milliseconds; only compared. */
  at: number;
};

/** One spelling of conditions; equal for equal conditions in whatever order. */
export const spelled = (where: LoggedQuestion['where']): string =>
  Object.keys(where)
    .sort()
    .map((dimension) => `${dimension}=${where[dimension]}`)
    .join('&');

/** One spelling of a question. */
export const nameOf = ({ where, by }: Pick<LoggedQuestion, 'where' | 'by'>): string =>
  `${spelled(where)} by ${by.toSorted().join(',')}`;

/** All subsets of a list, the empty one first. */
export function subsets([first, ...others]: readonly string[]): string[][] {
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((set) => [first, ...set])];
}
