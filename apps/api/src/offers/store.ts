import {
  type Offer,
  type OfferContent,
  Offer as OfferSchema,
  type StaffOffer,
  StaffOffer as StaffSchema,
} from '@kannwas/schema/offers';
import { sql } from 'kysely';
import { writeAudit } from '../audit.ts';
import type { Db, Tx } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** What newcomers see: everything that has not ended, also what begins later. */
export async function listCurrent(db: Db, siteId: string): Promise<Offer[]> {
  const rows = await offersOf(db, siteId)
    .where('ended', '=', false)
    .where(sql<boolean>`coalesce(until_day, current_date) >= current_date`)
    .execute();
  return rows.map((row) => {
    const { ended: _, changedAt: __, ...offer } = toOffer(row);
    return OfferSchema.parse(offer);
  });
}

/** All offers of a site, also those that have ended. */
export async function listOffers(db: Db, siteId: string): Promise<StaffOffer[]> {
  const rows = await offersOf(db, siteId).execute();
  return rows.map(toOffer);
}

type Change = { siteId: string; offerId: string; staffId: string };

/** Adds an offer or gives it new content; the last one to save it is heard, and the audit log says who that was. */
export async function saveOffer(db: Db, change: Change, content: OfferContent): Promise<StaffOffer> {
  const { kind, levels, texts, where, link, phone, from, until } = content;
  const columns = {
    kind,
    levels: JSON.stringify(levels),
    texts: JSON.stringify(texts),
    place: where,
    link,
    phone,
    from_day: from,
    until_day: until,
    changed_at: new Date(),
  };
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('offer')
      .values({ site_id: change.siteId, id: change.offerId, ...columns })
      .onConflict((already) => already.columns(['site_id', 'id']).doUpdateSet(columns))
      .execute();
    await note(tx, change, 'offer.save');
    return getOffer(tx, change);
  });
}

/** Ends an offer or brings it back; doing it twice is harmless. @throws ProblemError notFound */
export async function endOffer(db: Db, change: Change, ended: boolean): Promise<StaffOffer> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('offer')
      .set({ ended, changed_at: new Date() })
      .where('site_id', '=', change.siteId)
      .where('id', '=', change.offerId)
      .execute();
    const offer = await getOffer(tx, change);
    await note(tx, change, ended ? 'offer.end' : 'offer.bring-back');
    return offer;
  });
}

const note = (
  tx: Tx,
  { siteId, staffId, offerId }: Change,
  action: 'offer.save' | 'offer.end' | 'offer.bring-back',
) => writeAudit(tx, { siteId, staffId, action, about: offerId });

function offersOf(db: Db, siteId: string) {
  return db.selectFrom('offer').selectAll().where('site_id', '=', siteId).orderBy('from_day').orderBy('id');
}

async function getOffer(tx: Tx, { siteId, offerId }: Change): Promise<StaffOffer> {
  const row = await offersOf(tx, siteId).where('id', '=', offerId).executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  return toOffer(row);
}

type Row = Awaited<ReturnType<ReturnType<typeof offersOf>['executeTakeFirstOrThrow']>>;

function toOffer({ site_id, place, from_day, until_day, changed_at, ...columns }: Row): StaffOffer {
  return StaffSchema.parse({
    ...columns,
    where: place,
    from: from_day,
    until: until_day,
    changedAt: changed_at.toISOString(),
  });
}
