import { subtract } from '@kannwas/disclosure/gap';
import type { CoverageRow, CoverageTable, GapRow, GapTable } from '@kannwas/schema/gaps';
import type { Place, Published } from '@kannwas/schema/pool/table';
import type { Db } from '../db/database.ts';
import { askBoard, askCoverage, type Pool, placesOfEpoch, rulesOfEpoch } from '../pool/ask.ts';
import { getSite } from '../sites/store.ts';
import { listDenominators, sumDemand } from './store.ts';

type At = { db: Db; pool: Pool; siteId: string };

/**
 * What share of the registered newcomers has been asked: first for the whole site, then by published place.
 *
 * The numerator is a published count, so shares carry its noise and rounding. A place, and the whole site, has a
 * denominator only when each of its districts has; it is as old as the oldest of them. @throws ProblemError noSnapshotYet
 */
export async function coverage({ db, pool, siteId }: At): Promise<CoverageTable> {
  const { epoch, total, rows } = await askCoverage(pool, siteId);
  const places = await placesOfEpoch(pool, siteId, epoch);
  const districtsOf = new Map(places.map(({ code, districts }) => [code, districts]));
  const known = new Map((await listDenominators(db, siteId)).map((row) => [row.district, row]));
  const registeredIn = (districts: readonly string[]) => {
    const rowsOf = districts.flatMap((code) => known.get(code) ?? []);
    if (rowsOf.length < districts.length || districts.length === 0) return undefined;
    const registered = rowsOf.reduce((sum, row) => sum + row.registered, 0);
    return { registered, asOf: rowsOf.map(({ asOf }) => asOf).toSorted()[0] ?? null };
  };
  const everywhere = (await getSite(db, siteId)).districts.map(({ code }) => code);
  return {
    epoch,
    places,
    rows: [
      toCoverage(null, total, registeredIn(everywhere)),
      ...rows.map(({ place = '', count }) =>
        toCoverage(place, count, registeredIn(districtsOf.get(place) ?? [])),
      ),
    ],
  };
}

function toCoverage(
  place: string | null,
  asked: Published,
  denominator: { registered: number; asOf: string | null } | undefined,
): CoverageRow {
  const registered = denominator?.registered ?? null;
  const share = asked === null || !registered ? null : asked / registered;
  return { place, asked, registered, asOf: denominator?.asOf ?? null, share };
}

/**
 * Published supply minus demand, by occupation group and finest published place: cells that have either, in the order of
 * the codes. A site without places is answered as a whole.
 *
 * A withheld supply leaves an interval. @throws ProblemError noSnapshotYet
 */
export async function gapTable({ db, pool, siteId }: At): Promise<GapTable> {
  const { epoch, rows } = await askBoard(pool, siteId);
  const places = await placesOfEpoch(pool, siteId, epoch);
  const rules = rulesOfEpoch(pool, siteId, epoch);
  const wanted = await demandByPlace(db, siteId, places);
  const cells = rows
    .filter(({ place }) => places.length === 0 || place !== undefined)
    .flatMap(({ occupation = '', place = null, count: supply }): GapRow[] => {
      const { number: demand, sources } = wanted.get(`${occupation} ${place}`) ?? nobodyWanted;
      if (supply === null && demand === 0) return [];
      const fewEmployers = demand > 0 && sources.size < fewestEmployers;
      return [{ occupation, place, supply, demand, gap: subtract(supply, demand, rules), fewEmployers }];
    });
  return { epoch, places, rows: cells };
}

/** With fewer employers, demand tells what one of them is up to. */
const fewestEmployers = 3;

type Wanted = { number: number; sources: ReadonlySet<string> };
const nobodyWanted: Wanted = { number: 0, sources: new Set() };

/** Demand of districts, summed up to the places that are published. */
async function demandByPlace(db: Db, siteId: string, places: readonly Place[]): Promise<Map<string, Wanted>> {
  const broader = new Set(places.map(({ within }) => within));
  const finest = places.filter(({ code }) => !broader.has(code));
  const placeOf = new Map(
    finest.flatMap(({ code, districts }) => districts.map((district) => [district, code])),
  );
  const wanted = new Map<string, Wanted>();
  for (const { occupation, district, number, sources } of await sumDemand(db, siteId)) {
    const key = `${occupation} ${placeOf.get(district) ?? null}`;
    const before = wanted.get(key) ?? nobodyWanted;
    wanted.set(key, {
      number: before.number + number,
      sources: new Set([...before.sources, ...sources]),
    });
  }
  return wanted;
}
