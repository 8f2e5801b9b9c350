import type { Site } from '@kannwas/schema/sites';
import { Site as SiteSchema } from '@kannwas/schema/sites';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';

/** All sites of the instance, by name. */
export async function listSites(db: Db): Promise<Site[]> {
  const rows = await db.selectFrom('site').selectAll().orderBy('name').execute();
  return rows.map(({ site_id, ...site }) => SiteSchema.parse({ id: site_id, ...site }));
}

/** @throws ProblemError notFound */
export async function getSite(db: Db, siteId: string): Promise<Site> {
  const row = await db.selectFrom('site').selectAll().where('site_id', '=', siteId).executeTakeFirst();
  if (!row) throw new ProblemError('notFound');
  const { site_id, ...site } = row;
  return SiteSchema.parse({ id: site_id, ...site });
}

/** Founds a site, or gives an existing one its new name, languages, and districts. */
export async function saveSite(db: Db, { id, name, demo, languages, districts }: Site): Promise<void> {
  const columns = { name, demo, languages: JSON.stringify(languages), districts: JSON.stringify(districts) };
  await db
    .insertInto('site')
    .values({ site_id: id, ...columns })
    .onConflict((already) => already.column('site_id').doUpdateSet(columns))
    .execute();
}
