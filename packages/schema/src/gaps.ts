import * as z from 'zod';
import { DistrictCode, OccupationGroup, SiteId, Uuid } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { PlaceCode } from './pool/grammar.ts';
import { Place, Published } from './pool/table.ts';
import { Epoch, GermanLevel } from './snapshots.ts';
import { ownWords } from './survey/questions/kinds.ts';

const params = z.strictObject({ siteId: SiteId });

/** How many newcomers are registered in a district, as of a day: what coverage is measured against. */
export const Denominator = z.strictObject({
  district: DistrictCode,
  registered: z.int().min(0).max(10_000_000),
  asOf: z.iso
    .date()
    // A day ahead is still believed: it may be tomorrow already where the coordinator sits.
    .refine((day) => Date.parse(day) < Date.now() + 86_400_000, { params: { code: 'future' } }),
});
export type Denominator = z.infer<typeof Denominator>;

export const CoverageRow = z.strictObject({
  /** A published place: a district, or small ones joined together; null in the row for the whole site. */
  place: z.nullable(PlaceCode),
  asked: Published,
  registered: z.int().nullable(),
  asOf: z.iso.date().nullable(),
  /** asked ÷ registered, 0 to 1 and above when more answered than are registered; null when either is unknown. */
  share: z.number().nullable(),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

export const demandKinds = ['vacancy', 'retirement', 'apprenticeship'] as const;

export const NewDemand = z
  .strictObject({
    id: Uuid,
    occupation: OccupationGroup,
    district: DistrictCode,
    number: z.int().min(1).max(10_000),
    german: GermanLevel,
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    kind: z.enum(demandKinds),
    source: ownWords(120),
  })
  .refine((demand) => demand.until === null || demand.until >= demand.from, {
    path: ['until'],
    params: { code: 'beforeFrom' },
  });
export type NewDemand = z.infer<typeof NewDemand>;

export const Demand = NewDemand.safeExtend({ mine: z.boolean() });
export type Demand = z.infer<typeof Demand>;

/** Supply minus demand of one occupation group in one place; a withheld supply leaves an interval. */
export const GapRow = z.strictObject({
  occupation: OccupationGroup,
  /** Null where the site is answered as a whole. */
  place: z.nullable(PlaceCode),
  supply: Published,
  demand: z.int(),
  /** Supply minus demand, as far as rounding and withholding leave it open; the noise of supply comes on top. */
  gap: z.strictObject({ low: z.int(), high: z.int() }),
  /** Fewer than three employers stand behind the demand: shown to the coordinator, not to be published. */
  fewEmployers: z.boolean(),
});
export type GapRow = z.infer<typeof GapRow>;

/** Places name the districts that rows stand for. */
export const CoverageTable = z.strictObject({
  epoch: Epoch,
  places: z.array(Place),
  rows: z.array(CoverageRow),
});
export type CoverageTable = z.infer<typeof CoverageTable>;

export const GapTable = z.strictObject({ epoch: Epoch, places: z.array(Place), rows: z.array(GapRow) });
export type GapTable = z.infer<typeof GapTable>;

export const gapsEndpoints = {
  denominators: {
    method: 'GET',
    url: '/api/sites/:siteId/denominators',
    may: 'denominator.read',
    summary: 'The registered newcomers of each district, as typed in.',
    schema: { params, response: { 200: z.strictObject({ denominators: z.array(Denominator) }) } },
  },
  saveDenominators: {
    method: 'PUT',
    url: '/api/sites/:siteId/denominators',
    may: 'denominator.save',
    summary: 'Keeps the registered newcomers of the districts named; others stay as they are.',
    schema: {
      params,
      body: z.strictObject({ denominators: z.array(Denominator).min(1).max(1000) }),
      response: { 200: z.strictObject({ saved: z.int() }) },
    },
  },
  coverage: {
    method: 'GET',
    url: '/api/sites/:siteId/coverage',
    may: 'coverage.read',
    summary:
      'What share of the registered newcomers has been asked, by published place and for the whole site.',
    schema: { params, response: { 200: CoverageTable } },
  },
  listDemand: {
    method: 'GET',
    url: '/api/sites/:siteId/demand',
    may: 'demand.list',
    summary: 'Demand of the site: an employer sees the own rows, a coordinator all.',
    schema: { params, response: { 200: z.strictObject({ demand: z.array(Demand) }) } },
  },
  addDemand: {
    method: 'POST',
    url: '/api/sites/:siteId/demand',
    may: 'demand.add',
    summary: 'Adds a row of demand under an id made on the device; sending it twice is harmless.',
    schema: { params, body: NewDemand, response: { 200: Demand } },
  },
  removeDemand: {
    method: 'DELETE',
    url: '/api/sites/:siteId/demand/:demandId',
    may: 'demand.remove',
    summary: 'Removes a row of demand: an employer the own ones, a coordinator any.',
    schema: {
      params: z.strictObject({ siteId: SiteId, demandId: Uuid }),
      response: { 200: z.strictObject({ removed: z.boolean() }) },
    },
  },
  gaps: {
    method: 'GET',
    url: '/api/sites/:siteId/gaps',
    may: 'gap.read',
    summary: 'Published supply minus demand by occupation group and published place.',
    schema: { params, response: { 200: GapTable } },
  },
} as const satisfies Record<string, Endpoint>;
