import type { PublishedCell } from '@kannwas/disclosure/resolve';
import type { Ground } from './ground.ts';

/** A row of `published_cell` without its epoch. */
export type CellRow = {
  cell: string;
  baseEpoch: number;
  count: number | null;
  isBase: boolean;
  /** How many people of its base were erased since; an answer that is carried along takes it with it. */
  gone: number;
};

/** What is stored of a cell that was answered. */
export function rowOf({ epoch, previous }: Ground, { text, answer, baseEpoch }: PublishedCell): CellRow {
  const gone = baseEpoch === epoch.epoch ? 0 : (previous.get(text)?.gone ?? 0);
  return { cell: text, baseEpoch, ...answer, gone };
}
