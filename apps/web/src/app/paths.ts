import { Language } from '@kannwas/schema/codes';
import { caseFilters } from '@kannwas/schema/interviews';
import { Conditions, poolDimensions } from '@kannwas/schema/pool/grammar';
import type { Right } from '@kannwas/schema/rights';
import { germanLevels } from '@kannwas/schema/snapshots';
import * as z from 'zod/mini';

/** The places of the desk in the order of the menu, each with the right that opens it. */
export const places = [
  { to: '/$siteId/caseload', name: 'caseload', right: 'interview.list' },
  { to: '/$siteId/pool', name: 'pool', right: 'pool.ask' },
  { to: '/$siteId/board', name: 'board', right: 'coverage.read' },
  { to: '/$siteId/demand', name: 'demand', right: 'demand.list' },
  { to: '/$siteId/offers', name: 'offers', right: 'offer.list' },
  { to: '/$siteId/registered', name: 'registered', right: 'denominator.read' },
  { to: '/$siteId/publish', name: 'publish', right: 'snapshot.publish' },
  { to: '/$siteId/alarms', name: 'alarms', right: 'alarm.list' },
  { to: '/$siteId/languages', name: 'translations', right: 'interview.list' },
  { to: '/$siteId/sound', name: 'sound', right: 'clip.list' },
  { to: '/$siteId/notice', name: 'notice', right: 'notice.check' },
  { to: '/$siteId/tokens', name: 'tokens', right: 'token.manage' },
] as const satisfies readonly { to: `/$siteId/${string}`; name: string; right: Right }[];

/** What cannot be read in an address is left out: an old or mistyped link still opens the page. */
const orNothing = <S extends z.core.$ZodType>(schema: S) => z.catch(z.optional(schema), undefined);
const code = z.string().check(z.minLength(1), z.maxLength(40));

export const CaseloadSearch = z.object({
  filter: orNothing(z.enum(caseFilters)),
});

const { shape: conditions } = Conditions;
/** A question to the pool as it stands in the address. Each part is sound; whether they go together, the grammar says. */
export const PoolSearch = z.object({
  occupation: orNothing(conditions.occupation),
  place: orNothing(conditions.place),
  german: orNothing(conditions.german),
  availability: orNothing(conditions.availability),
  education: orNothing(conditions.education),
  experience: orNothing(conditions.experience),
  licence: orNothing(conditions.licence),
  gender: orNothing(conditions.gender),
  age: orNothing(conditions.age),
  by: orNothing(
    z
      .string()
      .check(z.refine((list) => list.split(',').every((name) => poolDimensions.some((one) => one === name)))),
  ),
});
export type PoolSearch = z.infer<typeof PoolSearch>;

/** A need that was described in the pool comes along in the address. */
export const DemandSearch = z.object({
  occupation: orNothing(code),
  district: orNothing(code),
  german: orNothing(z.enum(germanLevels)),
});
export type DemandSearch = z.infer<typeof DemandSearch>;

export const soundFilters = ['all', 'without', 'draft', 'published', 'changed'] as const;
export type SoundFilter = (typeof soundFilters)[number];

/** Whose recordings one looks at, and which of them. */
export const SoundSearch = z.object({
  language: orNothing(Language),
  show: orNothing(z.enum(soundFilters)),
});

/** Reads `?a=1&b=x` as plain text; the router's own way would make a number of an occupation group. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes an address that people can read and share. */
export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
