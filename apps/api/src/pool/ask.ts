import { civilianGroups } from '@kannwas/catalogue/occupations';
import { protect } from '@kannwas/disclosure/index';
import type { Rules } from '@kannwas/disclosure/rules';
import { type Grouping, groupings, type PoolQuery, type PoolTable } from '@kannwas/schema/pool/grammar';
import type { Epoch } from '@kannwas/schema/snapshots';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import type { Secrets } from '../secrets.ts';
import { getSite } from '../sites/store.ts';
import { findLastEpoch } from '../snapshots/store.ts';
import { rulesOf } from './rules.ts';
import { type Counted, countPeople, type Question } from './store.ts';

/** Where a question is asked: of the last published epoch of a site. */
export type Asked = { db: Db; secrets: Secrets; siteId: string };

/** Stands for a cell that nobody is in. */
const nobody = { count: 0, keySum: 0n };

/**
 * Answers a question of the closed grammar with protected counts.
 *
 * Every possible cell is a row, in the order of the code lists, so that neither order nor absence tells an empty cell from
 * a small one. @throws ProblemError noSnapshotYet, invalid (no such occupation group), districtUnknown
 */
export async function askPool(asked: Asked, query: PoolQuery): Promise<PoolTable> {
  const { by, ...where } = query;
  return ask(asked, 'in_pool', { where, by: groupings.filter((name) => by.includes(name)) });
}

/** Protected counts of everybody who was asked and consented to statistics, in all and by district. */
export async function askCoverage(asked: Asked): Promise<PoolTable> {
  return ask(asked, 'in_coverage', { where: {}, by: ['district'] });
}

/** The rules that published the last epoch's counts, for reading them as intervals. */
export function rulesOfEpoch({ secrets, siteId }: Asked, { epoch }: Epoch): Rules {
  return rulesOf(secrets, siteId, epoch);
}

/** All that one answer reads is of one moment: publishing meanwhile takes the people of the old epoch away. */
async function ask(
  { db, ...asked }: Asked,
  counted: Counted,
  question: Pick<Question, 'where' | 'by'>,
): Promise<PoolTable> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => askAtOneMoment({ ...asked, db: tx }, counted, question));
}

async function askAtOneMoment(
  { db, secrets, siteId }: Asked,
  counted: Counted,
  { where, by }: Pick<Question, 'where' | 'by'>,
): Promise<PoolTable> {
  const { districts } = await getSite(db, siteId);
  const codes = {
    occupation: codesOf(civilianGroups, where.occupation),
    district: codesOf(
      districts.map(({ code }) => code),
      where.district,
    ),
  };
  if (codes.occupation.length === 0)
    throw new ProblemError('invalid', [{ path: 'occupation', code: 'invalid_value' }]);
  if (where.district !== undefined && codes.district.length === 0) throw new ProblemError('districtUnknown');
  const epoch = await findLastEpoch(db, siteId);
  if (!epoch) throw new ProblemError('noSnapshotYet');

  const rules = rulesOf(secrets, siteId, epoch.epoch);
  const question = { siteId, epoch: epoch.epoch, counted, where };
  const [total] = await countPeople(db, { ...question, by: [] });
  const cells = by.length === 0 ? [] : await countPeople(db, { ...question, by });
  const found = new Map(cells.map(({ cell, ...key }) => [keyOf(key, by), cell]));
  return {
    epoch,
    total: protect(total?.cell ?? nobody, rules),
    rows: cellsOf(by, codes).map((key) => ({
      ...key,
      count: protect(found.get(keyOf(key, by)) ?? nobody, rules),
    })),
  };
}

type Key = { [G in Grouping]?: string };

/** All codes of a dimension, or the one that is asked for. */
function codesOf(all: readonly string[], only: string | undefined): readonly string[] {
  return only === undefined ? all : all.filter((code) => code === only);
}

/** Every possible cell of a grouping, in the order of the codes. */
function cellsOf(by: readonly Grouping[], codes: Record<Grouping, readonly string[]>): Key[] {
  if (by.length === 0) return [];
  return by.reduce<Key[]>(
    (cells, dimension) =>
      cells.flatMap((cell) => codes[dimension].map((code) => ({ ...cell, [dimension]: code }))),
    [{}],
  );
}

const keyOf = (key: { [G in Grouping]?: string | null }, by: readonly Grouping[]) =>
  by.map((dimension) => key[dimension] ?? '').join(' ');
