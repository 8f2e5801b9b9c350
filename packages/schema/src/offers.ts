import * as z from 'zod/mini';
import { Language, SiteId, Uuid } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { ownWords } from './survey/questions/kinds.ts';

/** What a place offers to newcomers, by what it helps with. */
export const offerKinds = [
  'language-course',
  'recognition-advice',
  'childcare',
  'job-help',
  'training',
  'computer',
  'meeting',
  'advice',
  'office',
] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Levels at which language courses are held. */
export const courseLevels = ['A1', 'A2', 'B1', 'B2', 'C1'] as const;
export type CourseLevel = (typeof courseLevels)[number];

/** What an offer says in one language. An address stays as it is in every language, so it is not part of this. */
export const OfferText = z.strictObject({
  name: ownWords(120),
  whom: z.nullable(ownWords(200)),
  when: z.nullable(ownWords(200)),
});
export type OfferText = z.infer<typeof OfferText>;

/** Only addresses that open a page: nobody shall be led to a script or a file of their own phone. */
const WebAddress = z
  .string()
  .check(z.maxLength(300), z.regex(/^https:\/\/[^\s"<>\p{Cc}\p{Cs}]+\.[^\s"<>\p{Cc}\p{Cs}]+$/u));
const Phone = z.string().check(z.maxLength(40), z.regex(/^\+?[0-9][0-9 ()/-]{3,}$/));

/** Only German must be there: it is what the place itself is asked in. */
const shape = {
  kind: z.enum(offerKinds),
  /** Of a language course; none says that the course is for every level. */
  levels: z.array(z.enum(courseLevels)).check(z.maxLength(courseLevels.length)),
  texts: z
    .partialRecord(Language, OfferText)
    .check(
      z.refine((texts) => texts.de !== undefined, { path: ['de', 'name'], params: { code: 'required' } }),
    ),
  where: z.nullable(ownWords(200)),
  link: z.nullable(WebAddress),
  phone: z.nullable(Phone),
  from: z.iso.date(),
  until: z.nullable(z.iso.date()),
};

/** An offer as the coordinator writes it down. */
export const OfferContent = z.strictObject(shape).check(
  z.refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    params: { code: 'beforeFrom' },
  }),
);
export type OfferContent = z.infer<typeof OfferContent>;

/** An offer as newcomers see it. */
export const Offer = z.strictObject({ id: Uuid, ...shape });
export type Offer = z.infer<typeof Offer>;

/** An offer with what only the staff see of it. */
export const StaffOffer = z.strictObject({
  id: Uuid,
  ...shape,
  ended: z.boolean(),
  changedAt: z.iso.datetime(),
});
export type StaffOffer = z.infer<typeof StaffOffer>;

const site = z.strictObject({ siteId: SiteId });
const one = z.strictObject({ siteId: SiteId, offerId: Uuid });

export const offersEndpoints = {
  current: {
    method: 'GET',
    url: '/api/sites/:siteId/offers',
    may: 'anyone',
    summary: 'What the place offers to newcomers, now or soon.',
    schema: { params: site, response: { 200: z.strictObject({ offers: z.array(Offer) }) } },
  },
  list: {
    method: 'GET',
    url: '/api/sites/:siteId/offers/all',
    may: 'offer.list',
    summary: 'All offers of the place, also those that have ended.',
    schema: { params: site, response: { 200: z.strictObject({ offers: z.array(StaffOffer) }) } },
  },
  save: {
    method: 'PUT',
    url: '/api/sites/:siteId/offers/:offerId',
    may: 'offer.save',
    summary: 'Adds an offer under an id made on the device, or changes it; sending it twice is harmless.',
    schema: { params: one, body: OfferContent, response: { 200: StaffOffer } },
  },
  end: {
    method: 'PUT',
    url: '/api/sites/:siteId/offers/:offerId/ending',
    may: 'offer.save',
    summary: 'Ends an offer, so that newcomers no longer see it, or brings it back.',
    schema: {
      params: one,
      body: z.strictObject({ ended: z.boolean() }),
      response: { 200: StaffOffer },
    },
  },
} as const satisfies Record<string, Endpoint>;
