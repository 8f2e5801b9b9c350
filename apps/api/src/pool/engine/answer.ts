import type { Cell, Population } from '@kannwas/disclosure/cell';
import type { PublishedCell } from '@kannwas/disclosure/resolve';
import { tableRules } from '@kannwas/disclosure/table';
import { inOrder, type PoolDimension, type PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Place, PoolTable, refusals } from '@kannwas/schema/pool/table';
import { makeAlike } from './alike.ts';
import { nearestBroader } from './broader.ts';
import type { Ground } from './ground.ts';
import { type Resolver, resolverFor } from './resolver.ts';
import { type CellRow, rowOf } from './row.ts';
import { besideOf, finestPlaces, occupationsBelow, type Shape, shapeOf } from './shape.ts';

export type Outcome = 'answered' | (typeof refusals)[number];

/** An answer, and what has to be written down for it; the engine itself writes nothing. */
export type Answered = {
  epoch: number;
  revision: number;
  places: readonly Place[];
  table: PoolTable;
  outcome: Outcome;
  /** The cells that whoever asked sees, by their canonical texts. */
  cells: string[];
  /**
   * What is to be stored of this epoch: these cells and all that decided about them. Also what is stored already, so that
   * nobody can tell from the time whether it was.
   */
  rows: CellRow[];
};

/** Answers a question of the closed grammar. @throws ProblemError as `shapeOf` */
export async function answer(ground: Ground, query: PoolQuery): Promise<Answered> {
  const by = inOrder(query.by);
  return answerShape(ground, 'pool', by, shapeOf({ ...query, by }, ground.epoch.places));
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
  const resolver = await resolverFor(ground, population, shape.needed);
  const total = resolver.resolve(shape.base);
  const rows = shape.rows.map(resolver.resolve);
  return answered(ground, resolver, [total, ...rows], {
    total: total.answer.count,
    refused: null,
    rows: rows.map(({ cell, answer: { count } }) => ({ ...cell, count })),
    broader: [],
  });
}

async function answerShape(
  ground: Ground,
  population: Population,
  by: readonly PoolDimension[],
  { base, rows: cells, needed }: Shape,
): Promise<Answered> {
  const resolver = await resolverFor(ground, population, needed);
  const { ladder, rules } = ground;
  const beside = besideOf(ground.epoch.places);
  const isAlike = makeAlike({ ladder, rules, beside, population, resolve: resolver.resolve });
  const total = resolver.resolve(base);
  const refuse = (refused: PoolTable['refused']) => {
    const offers = nearestBroader(base, ladder, resolver.resolve).filter(({ cell }) => !isAlike(cell));
    const broader = offers.flatMap(({ cell, answer: { count } }) =>
      count === null ? [] : [{ where: cell, count }],
    );
    return answered(ground, resolver, [total, ...offers], { total: null, refused, rows: [], broader });
  };
  const isEverybody = Object.keys(base).length === 0;
  if (!isEverybody && !total.answer.isBase) return refuse('base-too-small');
  if (isAlike(base)) return refuse('too-alike');
  const rows = cells.map(resolver.resolve);
  const { refused, hidden } = tableRules({ population, total, by, rows, ladder }, rules);
  const isHidden = ({ cell, answer }: PublishedCell, row: number) =>
    hidden.has(row) || (answer.count !== null && isAlike(cell));
  if (refused) return refuse('too-sparse');
  return answered(ground, resolver, [total, ...rows], {
    total: total.answer.count,
    refused: null,
    rows: rows.map((one, row) => ({
      ...spreadCodes(one.cell, base),
      ...(isHidden(one, row) ? { count: null, hidden: true } : { count: one.answer.count }),
    })),
    broader: [],
  });
}

/** The codes by which a row differs from the base. */
const spreadCodes = (cell: Cell, base: Cell) =>
  Object.fromEntries(Object.entries(cell).filter(([dimension, code]) => base[dimension] !== code));

function answered(
  ground: Ground,
  { looked }: Resolver,
  seen: readonly PublishedCell[],
  table: Omit<PoolTable, 'epoch'>,
): Answered {
  const { epoch, publishedAt, revision, places } = ground.epoch;
  return {
    epoch,
    revision,
    places,
    table: { epoch: { epoch, publishedAt }, ...table },
    outcome: table.refused ?? 'answered',
    cells: seen.map(({ text }) => text),
    rows: looked().map((one) => rowOf(ground, one)),
  };
}
