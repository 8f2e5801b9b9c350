import { SiteNotice } from '@kannwas/schema/notices';
import type { Site } from '@kannwas/schema/sites';
import { Site as SiteSchema } from '@kannwas/schema/sites';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** All sites of the instance, by name. */
export async function listSites(db: Db): Promise<Site[]> {
  const rows = await db.selectFrom('site').selectAll().orderBy('name').execute();
  return rows.map(({ site_id, confirm_after_months: _, ...site }) =>
    SiteSchema.parse({ id: site_id, ...site }),
  );
}

/** @throws ProblemError notFound */
export async function getSite(db: Db, siteId: string): Promise<Site> {
  const row = await db.selectFrom('site').selectAll().where('site_id', '=', siteId).executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  const { site_id, confirm_after_months: _, ...site } = row;
  return SiteSchema.parse({ id: site_id, ...site });
}

/** Founds a site, or gives an existing one its new name, languages, and districts. */
export async function saveSite(
  db: Db,
  { id, name, demo, languages, districts, confirmAfterMonths }: Site,
): Promise<void> {
  const columns = {
    name,
    demo,
    languages: JSON.stringify(languages),
    districts: JSON.stringify(districts),
    ...(confirmAfterMonths !== undefined && { confirm_after_months: confirmAfterMonths }),
  };
  await db
    .insertInto('site')
    .values({ site_id: id, ...columns })
    .onConflict((already) => already.column('site_id').doUpdateSet(columns))
    .execute();
}

/** What the pages on data protection and accessibility of a site name; empty when nobody has said anything. */
export async function readNotice(db: Db, siteId: string): Promise<SiteNotice> {
  const row = await db
    .selectFrom('site_notice')
    .select('notice')
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  return SiteNotice.parse(row?.notice ?? {});
}

/** Keeps what these pages name, in place of what was said before. */
export async function saveNotice(db: Db, siteId: string, notice: SiteNotice): Promise<void> {
  const columns = { notice: JSON.stringify(notice) };
  await db
    .insertInto('site_notice')
    .values({ site_id: siteId, ...columns })
    .onConflict((already) => already.column('site_id').doUpdateSet(columns))
    .execute();
}

/** After how many months answers are asked about that nobody has confirmed. */
export async function getConfirmAfter(db: Db, siteId: string): Promise<number> {
  const row = await db
    .selectFrom('site')
    .select('confirm_after_months')
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  return row.confirm_after_months;
}
