import type { Cell, Population } from '@kannwas/disclosure/cell';
import type { PublishedCell } from '@kannwas/disclosure/resolve';
import { type PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import type { PoolTable } from '@kannwas/schema/pool/table';
import { nearestBroader } from './broader.ts';
import type { Ground } from './ground.ts';
import { resolverFor } from './resolver.ts';
import { type CellRow, rowOf } from './row.ts';
import { finestPlaces, occupationsBelow, type Shape, shapeOf } from './shape.ts';

export type Outcome = 'answered' | 'base-too-small' | 'too-sparse';

/** An answer, and what has to be written down for it; the engine itself writes nothing. */
export type Answered = {
  epoch: number;
  revision: number;
  table: PoolTable;
  outcome: Outcome;
  /** Every cell that was looked at, by its canonical text. */
  cells: string[];
  /** Those that were not stored of this epoch yet. */
  fresh: CellRow[];
};

/** Answers a question of the closed grammar. @throws ProblemError as `shapeOf` */
export async function answer(ground: Ground, query: PoolQuery): Promise<Answered> {
  const by = poolDimensions.filter((name) => query.by.includes(name));
  return answerShape(ground, 'pool', shapeOf({ ...query, by }, ground.epoch.places));
}

/** Counts everybody who consented to statistics, in all and by the finest published places. */
export function answerCoverage(ground: Ground): Promise<Answered> {
  const finest = finestPlaces(ground.epoch.places);
  const rows = finest.map((place) => ({ place }));
  return answerFixed(ground, 'coverage', { base: {}, rows, needed: { place: finest } });
}

/**
 * Counts the pool by sub-major group, and within each by the finest published places. A table of the house, always the
 * same: no question decides what it shows, so the bounds and rules of questions do not apply to it.
 */
export function answerBoard(ground: Ground): Promise<Answered> {
  const occupations = occupationsBelow(undefined);
  const finest = finestPlaces(ground.epoch.places);
  const rows = occupations.flatMap((occupation) => [
    { occupation },
    ...finest.map((place) => ({ occupation, place })),
  ]);
  return answerFixed(ground, 'pool', { base: {}, rows, needed: { occupation: occupations, place: finest } });
}

async function answerFixed(ground: Ground, population: Population, shape: Shape): Promise<Answered> {
  const { resolve } = await resolverFor(ground, population, shape.needed);
  const seen = [shape.base, ...shape.rows].map(resolve);
  const [total, ...rows] = seen;
  return written(ground, seen, 'answered', {
    total: total?.answer.count ?? null,
    refused: null,
    rows: rows.map(({ cell, answer: { count } }) => ({ ...cell, count })),
    broader: [],
  });
}

async function answerShape(ground: Ground, population: Population, shape: Shape): Promise<Answered> {
  const { resolve } = await resolverFor(ground, population, shape.needed);
  const { base } = shape;
  const total = resolve(base);
  const isEverybody = Object.keys(base).length === 0;
  const seen = [total];
  const refuse = (refused: 'base-too-small' | 'too-sparse') => {
    const offers = nearestBroader(base, ground.ladder, resolve);
    const broader = offers.flatMap(({ cell, answer: { count } }) =>
      count === null ? [] : [{ where: cell, count }],
    );
    return written(ground, [...seen, ...offers], refused, { total: null, refused, rows: [], broader });
  };
  if (!isEverybody && !total.answer.isBase) return refuse('base-too-small');
  const rows = shape.rows.map(resolve);
  seen.push(...rows);
  return written(ground, seen, 'answered', {
    total: total.answer.count,
    refused: null,
    rows: rows.map(({ cell, answer: { count } }) => ({ ...spreadCodes(cell, base), count })),
    broader: [],
  });
}

/** The codes by which a row differs from the base. */
const spreadCodes = (cell: Cell, base: Cell) =>
  Object.fromEntries(Object.entries(cell).filter(([dimension, code]) => base[dimension] !== code));

function written(
  ground: Ground,
  seen: readonly PublishedCell[],
  outcome: Outcome,
  table: Omit<PoolTable, 'epoch'>,
): Answered {
  const { epoch, publishedAt, revision } = ground.epoch;
  return {
    epoch,
    revision,
    table: { epoch: { epoch, publishedAt }, ...table },
    outcome,
    cells: seen.map(({ text }) => text),
    fresh: seen.filter(({ text }) => !ground.stored.has(text)).map((one) => rowOf(ground, one)),
  };
}
