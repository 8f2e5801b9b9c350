import { parseArgs } from 'node:util';
import { SiteId } from '@kannwas/schema/codes';
import { Presets, SingleBar } from 'cli-progress';
import pg from 'pg';
import * as z from 'zod';
import { settings } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openEmbedded, openPostgres } from '../db/open.ts';
import { copyPopulation } from '../demo/copy.ts';
import { demoSite, placesOf } from '../demo/site.ts';
import { type Seeding, savePopulation } from '../demo/store.ts';
import { failClearly } from '../fail.ts';
import { listSites, saveSite } from '../sites/store.ts';

const usage = 'pnpm seed --people 100000 [--seed word] [--site id]';

const Wishes = z.object({
  people: z.coerce.number().int().min(1).max(10_000_000),
  seed: z.string().min(1).max(100).default('kannwas'),
  site: z.prefault(SiteId, demoSite.id),
});

/** `pnpm seed`: adds synthetic people to a demo site, the same people for the same seed. Publishing stays a decision. */
async function seed(): Promise<void> {
  const { people, seed: word, site: siteId } = wishes();
  const config = settings();
  const opened = config.DATABASE_URL
    ? openPostgres(config.DATABASE_URL)
    : await openEmbedded(config.DATA_FOLDER);
  const bar = new SingleBar(
    { format: '{bar} {percentage} % · {value} of {total} people · {eta_formatted} left' },
    Presets.shades_classic,
  );
  try {
    await migrate(opened.db);
    const sites = await listSites(opened.db);
    const site = sites.find(({ id }) => id === siteId);
    // People who do not exist would spoil every number of a site with people who do.
    if (site?.demo === false)
      throw new Error(`${siteId} is a real site. Synthetic people go to demo sites only.`);
    if (!site && sites.length > 0) throw new Error(`There is no site ${siteId} beside those that are here.`);
    if (!site && siteId !== demoSite.id) throw new Error(`There is no site ${siteId}.`);
    if (!site) await saveSite(opened.db, demoSite);
    bar.start(people, 0);
    const seeding: Seeding = {
      siteId,
      people,
      seed: word,
      districts: placesOf(site ?? demoSite),
      caseWorker: null,
      onSaved: (saved) => bar.increment(saved),
    };
    if (config.DATABASE_URL) await copyAlone(config.DATABASE_URL, seeding);
    else await savePopulation(opened.db, seeding);
    bar.stop();
    process.stdout.write(
      `${people} synthetic people are at ${siteId}. They are counted once an epoch is published.\n`,
    );
  } finally {
    bar.stop();
    await opened.close();
  }
}

async function copyAlone(url: string, seeding: Seeding): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await copyPopulation(client, seeding);
  } finally {
    await client.end();
  }
}

/** @throws Error with the usage */
function wishes(): z.infer<typeof Wishes> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: { people: text, seed: text, site: text },
    });
    return Wishes.parse(values);
  } catch {
    throw new Error(usage);
  }
}

seed().catch(failClearly);
