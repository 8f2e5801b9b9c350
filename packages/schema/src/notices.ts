import * as z from 'zod/mini';
import { SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { ownWords } from './survey/questions/kinds.ts';

/** Somebody who can be written to. */
export const Contact = z.strictObject({
  name: ownWords(200),
  address: z.exactOptional(ownWords(300)),
  phone: z.exactOptional(z.string().check(z.regex(/^\+?[0-9][0-9 ()/-]{3,40}$/))),
  email: z.exactOptional(z.email()),
  link: z.exactOptional(
    z.string().check(z.maxLength(300), z.regex(/^https:\/\/[^\s"<>\p{Cc}\p{Cs}]+\.[^\s"<>\p{Cc}\p{Cs}]+$/u)),
  ),
});
export type Contact = z.infer<typeof Contact>;

/**
 * What the pages on data protection and accessibility of a site name. Every part may be missing: the pages then leave it out,
 * and the desk says so to the operator.
 */
export const SiteNotice = z.strictObject({
  /** Art. 13(1)(a) GDPR. */
  responsible: z.exactOptional(Contact),
  /** Data protection officer, Art. 13(1)(b). */
  officer: z.exactOptional(Contact),
  /** Supervisory authority of the Land, Art. 77. */
  authority: z.exactOptional(Contact),
  /** Who runs the computers for the town, Art. 28; an empty list says that nobody else does. */
  processors: z.exactOptional(z.array(Contact).check(z.maxLength(20))),
  /** Who hears of barriers, § 7 BITV 2.0. */
  accessibility: z.exactOptional(Contact),
  /** Who decides when that does not help, § 16 BGG and the laws of the Länder. */
  enforcement: z.exactOptional(Contact),
  /** The day on which the statement on accessibility was made. */
  assessedOn: z.exactOptional(z.iso.date()),
});
export type SiteNotice = z.infer<typeof SiteNotice>;

export const noticeParts = [
  'responsible',
  'officer',
  'authority',
  'processors',
  'accessibility',
  'enforcement',
  'assessedOn',
] as const satisfies readonly (keyof SiteNotice)[];

/** What the operator has not said yet. */
export const missingIn = (notice: SiteNotice): (keyof SiteNotice)[] =>
  noticeParts.filter((part) => notice[part] === undefined);

export const noticesEndpoints = {
  read: {
    method: 'GET',
    url: '/api/sites/:siteId/notice',
    may: 'anyone',
    summary: 'Who is responsible for the data of a site, and whom to ask.',
    schema: { params: z.strictObject({ siteId: SiteId }), response: { 200: SiteNotice } },
  },
} as const satisfies Record<string, Endpoint>;
