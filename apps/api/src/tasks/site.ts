import { readFileSync } from 'node:fs';
import { missingIn, SiteNotice } from '@kannwas/schema/notices';
import { Site } from '@kannwas/schema/sites';
import * as z from 'zod/mini';
import { settings } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { listSites, readNotice, saveNotice, saveSite } from '../sites/store.ts';

/** The file: the site, and what its pages on data protection and accessibility name. */
const SiteFile = z.extend(Site, { notice: z.exactOptional(SiteNotice) });

/** `pnpm site FILE.json`: founds a site, or gives it a new name, languages, districts, and a new notice. */
async function site(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say which: pnpm site FILE.json (README, "Run it for real", shows one)');
  const read = SiteFile.safeParse({ demo: false, ...JSON.parse(readFileSync(file, 'utf8')) });
  if (!read.success) {
    const lines = read.error.issues.map(({ path, code }) => `  ${path.join('.') || 'the file'}: ${code}`);
    throw new Error(`${file} does not describe a site:\n${lines.join('\n')}`);
  }
  const { db, close } = await openDatabase(settings());
  try {
    await migrate(db);
    // Everybody knows the passwords of the demo's staff, and its operator plays at every site of a database.
    const demo = (await listSites(db)).find((other) => other.demo);
    if (demo && !read.data.demo) {
      throw new Error(
        `This database holds the demo ${demo.name}. A real site needs one of its own (DATABASE_URL, DATA_FOLDER).`,
      );
    }
    const { notice, ...found } = read.data;
    await saveSite(db, found);
    if (notice) await saveNotice(db, found.id, notice);
    process.stdout.write(`${found.name} is ready: ${found.districts.length} districts.\n`);
    const missing = missingIn(await readNotice(db, found.id));
    if (missing.length > 0) {
      process.stdout.write(
        `Its pages on data protection and accessibility still lack: ${missing.join(', ')} (README, "notice").\n`,
      );
    }
  } finally {
    await close();
  }
}

site(process.argv[2]).catch(failClearly);
