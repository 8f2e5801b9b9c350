import { type Cell, canonical, factsIn } from '@kannwas/disclosure/cell';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Published } from '@kannwas/schema/pool/table';
import type { Epoch } from '@kannwas/schema/snapshots';
import { askPool, type Pool } from '../ask.ts';
import { exclusiveFacts, linesAround, makeAlike } from '../engine/alike.ts';
import { besideOf, ladderOf } from '../engine/shape.ts';
import type { EpochOfSite } from '../engine/store.ts';
import type { Asker } from '../log/store.ts';
import { listAnswers, listPublished, listSeen } from './store.ts';

/** Cells of so many conditions are published with every epoch, whether somebody asks or not. */
const alwaysPublished = 2;

/**
 * What was published of one question without spreading, oldest first; nothing is counted anew. Of narrow questions only
 * the epochs in which the organisation asked: whether others did, or whether another cell depended on this one, would
 * show otherwise. @throws ProblemError as `askPool`: the present epoch is asked
 */
export async function historyOf(
  pool: Pool,
  asker: Asker,
  query: PoolQuery,
): Promise<(Epoch & { total: Published })[]> {
  const { by, ...where } = query;
  await askPool(pool, asker, { ...where, by: [] });
  const conditions = Object.entries(where).filter(([, code]) => code !== undefined);
  const asked = Object.fromEntries(conditions) as Cell;
  const cell = canonical('pool', asked);
  const isWide = conditions.length <= alwaysPublished;
  const seen = isWide ? undefined : await listSeen(pool.db, asker, cell);
  const published = await listPublished(pool.db, asker.siteId, cell);
  const isAlike = await alikeIn(pool, asker.siteId, asked, published);
  return published
    .filter(({ epoch }) => seen?.has(epoch) ?? true)
    .filter(({ places }) => where.place === undefined || places.some(({ code }) => code === where.place))
    .map(({ epoch, publishedAt, count, isBase }) => ({
      epoch,
      publishedAt: publishedAt.toISOString(),
      // What is too small to be asked about on its own is no total, in no epoch; nor what says it of people who are all alike.
      total: (isBase || conditions.length === 0) && !isAlike(epoch) ? count : null,
    }));
}

/** Tells of each epoch whether a cell said a fact about people of whom nearly all had the same value, by what was published then. */
async function alikeIn(
  { db, rulesOf }: Pool,
  siteId: string,
  cell: Cell,
  epochs: readonly Pick<EpochOfSite, 'epoch' | 'places'>[],
): Promise<(epoch: number) => boolean> {
  if (factsIn(cell) === 0) return () => false;
  const facts = exclusiveFacts.filter((fact) => cell[fact] !== undefined);
  const besideIn = new Map(epochs.map(({ epoch, places }) => [epoch, besideOf(places)]));
  const around = facts.flatMap((fact) =>
    [...besideIn.values()].flatMap((beside) =>
      linesAround(cell, fact, beside).flatMap(({ total, rows }) => [total, ...rows]),
    ),
  );
  const texts = new Set([{}, ...around].map((one) => canonical('pool', one)));
  const answers = await listAnswers(db, siteId, [...texts]);
  return (epoch) =>
    makeAlike({
      rules: rulesOf(siteId, epoch),
      // No fact is a place.
      ladder: ladderOf([]),
      beside: besideIn.get(epoch) ?? (() => []),
      population: 'pool',
      resolve: (one) => ({
        cell: one,
        answer: answers.get(`${epoch} ${canonical('pool', one)}`) ?? { count: null, isBase: false },
      }),
    })(cell);
}
