import { subtract } from '@kannwas/disclosure/gap';
import type { CoverageRow, GapRow } from '@kannwas/schema/gaps';
import type { Published } from '@kannwas/schema/pool/table';
import type { Epoch } from '@kannwas/schema/snapshots';
import { type Asked, askCoverage, askPool, rulesOfEpoch } from '../pool/ask.ts';
import { listDenominators, sumDemand } from './store.ts';

/**
 * What share of the registered newcomers has been asked: first for the whole site, then by district.
 *
 * The numerator is a published count, so shares carry its noise and rounding. The whole site has a denominator only
 * when each of its districts has; it is as old as the oldest of them. @throws ProblemError noSnapshotYet
 */
export async function coverage(asked: Asked): Promise<{ epoch: Epoch; rows: CoverageRow[] }> {
  const { epoch, total, rows } = await askCoverage(asked);
  const known = new Map((await listDenominators(asked.db, asked.siteId)).map((row) => [row.district, row]));
  const denominators = rows.flatMap(({ district }) => known.get(district ?? '') ?? []);
  const whole = denominators.length === rows.length && {
    registered: denominators.reduce((sum, { registered }) => sum + registered, 0),
    asOf: denominators.map(({ asOf }) => asOf).toSorted()[0] ?? null,
  };
  return {
    epoch,
    rows: [
      toCoverage(null, total, whole || undefined),
      ...rows.map(({ district = null, count }) => toCoverage(district, count, known.get(district ?? ''))),
    ],
  };
}

function toCoverage(
  district: string | null,
  asked: Published,
  denominator: { registered: number; asOf: string | null } | undefined,
): CoverageRow {
  const registered = denominator?.registered ?? null;
  const share = asked === null || !registered ? null : asked / registered;
  return { district, asked, registered, asOf: denominator?.asOf ?? null, share };
}

/**
 * Published supply minus demand, by occupation group and district: cells that have either, in the order of the codes.
 *
 * A withheld supply leaves an interval. @throws ProblemError noSnapshotYet
 */
export async function gapTable(asked: Asked): Promise<{ epoch: Epoch; rows: GapRow[] }> {
  const { epoch, rows } = await askPool(asked, { by: ['occupation', 'district'] });
  const rules = rulesOfEpoch(asked, epoch);
  const demands = await sumDemand(asked.db, asked.siteId);
  const wanted = new Map(demands.map((row) => [`${row.occupation} ${row.district}`, row.wanted]));
  const cells = rows.flatMap(({ occupation = '', district = '', count: supply }) => {
    const demand = wanted.get(`${occupation} ${district}`) ?? 0;
    if (supply === null && demand === 0) return [];
    return [{ occupation, district, supply, demand, gap: subtract(supply, demand, rules) }];
  });
  return { epoch, rows: cells };
}
